import { useTranslation } from 'react-i18next';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import css from './desk.module.css';
import type { Tab } from './desk-answers.ts';

/** Says what would stand in the list and how it gets there. */
export function InboxEmpty({ tab }: { readonly tab: Tab }) {
  const { t } = useTranslation('desk');
  return (
    <EmptyNotice title={t(`empty.${tab}.title`)} drawing={tab === 'open' ? <WayToTheDesk /> : undefined}>
      {t(`empty.${tab}.text`)}
    </EmptyNotice>
  );
}

const LESSONS = ['move', 'accept', 'note', 'dispose'] as const;

/** Stands in the middle while nobody is chosen: how the desk is worked, by key. */
export function DeskLesson() {
  const { t } = useTranslation('desk');
  return (
    <section className={css['lesson']} aria-label={t('lesson.title')}>
      <h2>{t('lesson.title')}</h2>
      <dl>
        {LESSONS.map((lesson) => (
          <div key={lesson}>
            <dt>
              {t(`lesson.${lesson}.keys`)
                .split(' ')
                .map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
            </dt>
            <dd>{t(`lesson.${lesson}.text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A journey's last steps: a score gate, then a person. */
function WayToTheDesk() {
  return (
    <svg viewBox="0 0 260 92" width="100%" role="presentation" fill="none" stroke="currentColor" strokeWidth="1.5">
      <rect x="6" y="30" width="64" height="32" rx="8" />
      <path d="M16 46h28M16 40h18" strokeLinecap="round" />
      <path d="M70 46h30" />
      <path d="M124 24l24 22-24 22-24-22z" stroke="var(--logic)" />
      <text x="124" y="50" fontSize="11" textAnchor="middle" fill="var(--logic)" stroke="none">
        ≥ 60
      </text>
      <path d="M148 46h34" stroke="var(--accent)" strokeWidth="2.5" />
      <rect x="182" y="22" width="72" height="48" rx="10" stroke="var(--people)" />
      <circle cx="218" cy="40" r="7" stroke="var(--people)" />
      <path d="M205 61c2-9 24-9 26 0" stroke="var(--people)" />
      <path d="M124 68v18h-40" strokeDasharray="3 4" />
    </svg>
  );
}
