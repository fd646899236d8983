import type { Locale, Program } from '@tendril/journey/model';
import { termInWords } from '@tendril/journey/sentences';
import type { Forecast } from '@tendril/journey/simulator';
import { formatDuration } from '@tendril/journey/time';

/** A forecast for people: what becomes of the leads, what they get and when, and how they part at each step. */
export function forecastInWords(forecast: Forecast, program: Program, locale: Locale): readonly string[] {
  return [...overview(forecast, locale), '', ...perDay(forecast, locale), '', ...perStep(forecast, program, locale)];
}

function overview({ leads, refused, inside, outcomes, messagesPerLead, handoffs, duration }: Forecast, locale: Locale): readonly string[] {
  const en = locale === 'en';
  const ends = Object.entries(outcomes)
    .sort(([, left], [, right]) => right - left)
    .map(([outcome, count]) => `  ${termInWords(outcome, locale)}: ${count} (${percent(count, leads)})`);
  return [
    en ? `${leads} leads, ${refused} not let in, ${inside} still inside` : `${leads} 条线索，${refused} 条未进入，${inside} 条仍在其中`,
    ...ends,
    en
      ? `messages per lead: ${messagesPerLead.mean.toFixed(1)} on average, ${messagesPerLead.most} at most; hand-offs: ${handoffs}`
      : `每条线索消息数：平均 ${messagesPerLead.mean.toFixed(1)}，最多 ${messagesPerLead.most}；转交 SDR：${handoffs}`,
    ...(duration === null
      ? []
      : [
          en
            ? `time inside: half within ${days(duration.median, locale)}, 90 % within ${days(duration.p90, locale)}`
            : `停留时间：一半在 ${days(duration.median, locale)}内，九成在 ${days(duration.p90, locale)}内`,
        ]),
  ];
}

/** Days on which something happens. */
function perDay({ days: all }: Forecast, locale: Locale): readonly string[] {
  return all
    .filter(({ messages, handoffs, ended }) => Object.keys(messages).length > 0 || handoffs > 0 || ended > 0)
    .map(({ day, messages, handoffs, ended }) => {
      const sent = Object.entries(messages).map(([channel, count]) => `${termInWords(channel, locale)} ${count}`);
      const parts = [
        ...sent,
        ...(handoffs > 0 ? [locale === 'en' ? `hand-offs ${handoffs}` : `转交 ${handoffs}`] : []),
        ...(ended > 0 ? [locale === 'en' ? `ended ${ended}` : `结束 ${ended}`] : []),
      ];
      return `${locale === 'en' ? `day ${day}` : `第 ${day} 天`}: ${parts.join(', ')}`;
    });
}

/** Steps at which ways part. */
function perStep({ steps }: Forecast, { nodes }: Program, locale: Locale): readonly string[] {
  return Object.entries(steps)
    .filter(([, { left }]) => Object.keys(left).length > 1)
    .map(([id, { left }]) => {
      const total = Object.values(left).reduce((sum, count) => sum + count, 0);
      const ways = Object.entries(left).map(([port, count]) => `${termInWords(port, locale)} ${percent(count, total)}`);
      return `${nodes[id]?.name || id}: ${ways.join(', ')}`;
    });
}

function days(ms: number, locale: Locale): string {
  const hour = 3_600_000;
  return formatDuration(Math.round(ms / hour) * hour, locale);
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((part / whole) * 100)} %`;
}
