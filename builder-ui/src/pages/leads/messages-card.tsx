import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.tsx';
import { RelativeDate } from '../../ui/relative-date.tsx';
import { useSentence } from '../../ui/use-sentence.ts';
import { MessageStatus } from '../messages/message-status.tsx';
import type { LeadDetail } from './lead-answers.ts';
import css from './leads.module.css';

/** What the lead was sent, or was not and why. */
export function MessagesCard({ lead }: { readonly lead: LeadDetail }) {
  const { t } = useTranslation('leads');
  const sentence = useSentence('messages:reason');
  return (
    <Card title={t('messages.title')}>
      {lead.messages.length === 0 ? (
        <p className="muted">{t('messages.none')}</p>
      ) : (
        <ul className={css['plainList']}>
          {lead.messages.map((message) => (
            <li key={message.id}>
              <MessageStatus status={message.status} /> <b>{message.subject === '' ? message.templateKey : message.subject}</b>{' '}
              <span className="muted">
                {t(`channel.${message.channel}`, { defaultValue: message.channel })} · <RelativeDate at={message.settledAt ?? message.plannedAt} />
              </span>
              {message.reason === null ? null : <div className="muted">{sentence(message.reason)}</div>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
