import { Link } from '@tanstack/react-router';
import { termInWords } from '@tendril/journey/sentences';
import { useTranslation } from 'react-i18next';
import { useFormat, useLocale } from '../i18n/format.ts';
import { useNames } from '../inspector/use-names.ts';
import css from './back-test.module.css';
import { type BackTestRow, backTestRows } from './back-test-rows.ts';
import type { BackTest } from './use-back-test.ts';

/** What a line is about, in words. */
function useRowName(): (row: BackTestRow) => string {
  const { t } = useTranslation(['tryout', 'leads']);
  const locale = useLocale();
  const { templates } = useNames();
  return ({ of }) => {
    switch (of.kind) {
      case 'message': {
        const [channel = '', ...rest] = of.name.split('/');
        const key = rest.join('/');
        const known = channel === 'email' || channel === 'wecom' || channel === 'sms';
        const by = known ? t(`leads:channel.${channel}`) : channel;
        return t('backTest.row.message', { channel: by, template: templates.find((template) => template.key === key)?.name ?? key });
      }
      case 'outcome':
        return t('backTest.row.outcome', { outcome: termInWords(of.name, locale) });
      case 'entered':
      case 'handoffs':
      case 'inside':
        return t(`backTest.row.${of.kind}`);
    }
  };
}

/** The comparison in numbers: what really went out, what the live version would do with that time, and what the draft would. */
export function BackTestTable({ job }: { readonly job: BackTest & { readonly tally: NonNullable<BackTest['tally']> } }) {
  const { t } = useTranslation('tryout');
  const format = useFormat();
  const nameOf = useRowName();
  const signed = new Intl.NumberFormat(format.locale, { signDisplay: 'exceptZero' });
  const number = (value: number | null) => (value === null ? '–' : format.count(value));
  const { liveVersion } = job;
  return (
    <table className={css['table']} aria-label={t('backTest.title')} data-testid="back-test-table">
      <thead>
        <tr>
          <th scope="col">{t('backTest.column.what')}</th>
          <th scope="col">{t('backTest.column.really')}</th>
          {liveVersion !== null && <th scope="col">{t('backTest.column.live', { version: liveVersion })}</th>}
          <th scope="col">{t('backTest.column.draft')}</th>
          {liveVersion !== null && <th scope="col">{t('backTest.column.difference')}</th>}
        </tr>
      </thead>
      <tbody className="num">
        {backTestRows(job.tally).map((row) => (
          <tr key={row.key}>
            <th scope="row">{nameOf(row)}</th>
            <td>{number(row.really)}</td>
            {liveVersion !== null && <td>{number(row.live)}</td>}
            <td>{number(row.draft)}</td>
            {row.live !== null && <td data-tone={row.draft === row.live ? undefined : 'differs'}>{signed.format(row.draft - row.live)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who would have got other messages: how many leads, and the first of them by name. */
export function BackTestLeads({ job }: { readonly job: BackTest & { readonly tally: NonNullable<BackTest['tally']> } }) {
  const { t } = useTranslation('tryout');
  const format = useFormat();
  if (job.liveVersion === null) return null;
  const { more, fewer, other, same } = job.tally.gets;
  return (
    <section className={css['leads']} aria-label={t('backTest.leads')}>
      <p>{t('backTest.gets', { more: format.count(more), fewer: format.count(fewer), other: format.count(other), same: format.count(same) })}</p>
      {job.examples.length > 0 && (
        <ul>
          {job.examples.map((example) => (
            <li key={example.leadId}>
              <Link to="/leads/$id" params={{ id: example.leadId }} className={css['link']}>
                {example.leadName ?? t('lead.nameless')}
              </Link>{' '}
              <span className="muted num">{t('backTest.example', { more: format.count(example.more), fewer: format.count(example.fewer) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
