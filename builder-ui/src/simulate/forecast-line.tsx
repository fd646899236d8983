import { Loader } from '@mantine/core';
import type { Forecast } from '@tendril/journey/simulator';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import css from './time-machine.module.css';

const totalOf = (forecast: Forecast): number =>
  forecast.days.reduce((sum, { messages }) => sum + Object.values(messages).reduce((all, count) => all + count, 0), 0);

/** What the forecast says in a few numbers; the volumes stand on the steps. */
export function ForecastLine({ forecast, busy }: { readonly forecast: Forecast | null; readonly busy: boolean }) {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  const decimal = new Intl.NumberFormat(format.locale, { maximumFractionDigits: 1 });
  if (forecast === null) return <p className={css['hint']}>{busy ? <Loader size="xs" /> : t('timeMachine.notCompiled')}</p>;
  const facts = [
    t('forecast.leads', { leads: format.count(forecast.leads), days: forecast.days.length }),
    t('forecast.messages', {
      count: totalOf(forecast),
      formatted: format.count(totalOf(forecast)),
      perDay: decimal.format(totalOf(forecast) / forecast.days.length),
    }),
    t('forecast.perLead', { mean: decimal.format(forecast.messagesPerLead.mean), most: format.count(forecast.messagesPerLead.most) }),
    t('forecast.handoffs', {
      count: forecast.handoffs,
      formatted: format.count(forecast.handoffs),
      perDay: decimal.format(forecast.handoffs / forecast.days.length),
    }),
    ...(forecast.duration === null ? [] : [t('forecast.duration', { median: format.duration(forecast.duration.median) })]),
  ];
  return (
    <p className={`${css['forecast'] ?? ''} num`} role="status" data-testid="forecast">
      {facts.map((fact) => (
        <span key={fact} className="chip">
          {fact}
        </span>
      ))}
      {busy && <Loader size={14} />}
    </p>
  );
}
