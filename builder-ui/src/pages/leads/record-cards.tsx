import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { OptionalDate, RelativeDate } from '../../ui/relative-date.tsx';
import type { LeadDetail } from './lead-answers.ts';
import css from './leads.module.css';

/** The record: every field that is known, free ones too. */
export function RecordCard({ lead, onEdit }: { readonly lead: LeadDetail; readonly onEdit: (() => void) | null }) {
  const { t } = useTranslation('leads');
  const company = lead.companyDetail;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('field.stage'), t(`stage.${lead.stage}`, { defaultValue: lead.stage })],
    [t('field.pool'), t(`pool.${lead.pool}`, { defaultValue: lead.pool })],
    [t('field.title'), lead.title],
    [t('field.company'), lead.company],
    [t('field.industry'), company?.industry],
    [t('field.companySize'), company?.size],
    [t('field.city'), lead.city],
    [t('field.source'), lead.source],
    [t('field.owner'), lead.owner],
    ...Object.entries(lead.attributes).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const),
    [t('field.createdAt'), <RelativeDate key="created" at={lead.createdAt} />],
    [t('field.lastSeenAt'), <OptionalDate key="seen" at={lead.lastSeenAt} />],
  ];
  return (
    <Card
      title={t('record.title')}
      aside={
        onEdit === null ? null : (
          <Button variant="subtle" leftSection={<IconPencil size={14} aria-hidden />} onClick={onEdit}>
            {t('record.edit')}
          </Button>
        )
      }
    >
      <dl className={css['facts']}>
        {facts
          .filter(([, value]) => value !== null && value !== undefined && value !== '')
          .map(([name, value]) => (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ))}
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Every handle by which the lead is recognised. */
export function IdentitiesCard({ lead }: { readonly lead: LeadDetail }) {
  const { t } = useTranslation('leads');
  return (
    <Card title={t('identity.title')}>
      {lead.identities.length === 0 ? (
        <p className="muted">{t('identity.none')}</p>
      ) : (
        <ul className={css['plainList']}>
          {lead.identities.map(({ kind, value }) => (
            <li key={`${kind} ${value}`}>
              <span className="muted">{t(`identity.kind.${kind}`, { defaultValue: kind })}</span> {value}{' '}
              <CopyButton value={value} what={t(`identity.kind.${kind}`, { defaultValue: kind })} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Tags with their weight after decay. */
export function TagsCard({ lead }: { readonly lead: LeadDetail }) {
  const { t } = useTranslation('leads');
  const format = useFormat();
  return (
    <Card title={t('tag.title')}>
      {lead.tags.length === 0 ? (
        <p className="muted">{t('tag.none')}</p>
      ) : (
        <div className={css['chips']}>
          {lead.tags.map(({ tag, weight }) => (
            <Chip key={tag} title={t('tag.weight', { weight: format.count(weight) })}>
              {tag} <span className="muted">{format.count(Math.round(weight * 10) / 10)}</span>
            </Chip>
          ))}
        </div>
      )}
    </Card>
  );
}

/** What the lead agreed to or withdrew. */
export function ConsentsCard({ lead }: { readonly lead: LeadDetail }) {
  const { t } = useTranslation('leads');
  return (
    <Card title={t('consent.title')}>
      {lead.consents.length === 0 ? (
        <p className="muted">{t('consent.none')}</p>
      ) : (
        <ul className={css['plainList']}>
          {lead.consents.map(({ channel, topic, status, source, at }) => (
            <li key={`${channel} ${topic} ${at}`}>
              <Chip tone={status === 'granted' ? 'live' : 'warn'}>{t(`consent.status.${status}`, { defaultValue: status })}</Chip>{' '}
              {t('consent.what', { channel: t(`channel.${channel}`, { defaultValue: channel }), topic })}{' '}
              <span className="muted">
                {t(`consent.source.${source}`, { defaultValue: source })} · <RelativeDate at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
