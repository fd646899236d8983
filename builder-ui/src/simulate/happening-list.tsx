import { ActionIcon, NumberInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { DAY, type JourneyScript } from '@tendril/journey/model';
import { fieldInWords, termInWords } from '@tendril/journey/sentences';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/format.ts';
import { type Happening, laterItems, moveItem, removeItem } from './script-items.ts';
import css from './time-machine.module.css';

interface HappeningListProps {
  readonly script: JourneyScript;
  readonly onChange: (script: JourneyScript) => void;
}

/** What a happening is called: the event, or each field that changes with its new value. */
function useWords(): (what: Happening) => string {
  const { t } = useTranslation('tryout');
  const locale = useLocale();
  return (what) => {
    if ('event' in what) return termInWords(what.event, locale);
    const { attributes = {}, tags = {}, consent = {}, score, intent, stage, pool } = what.lead;
    return [
      ...(score === undefined ? [] : [`${t('machine.kind.score')} ${score.total}`]),
      ...(intent === undefined ? [] : [`${t('machine.kind.intent')} ${termInWords(intent, locale)}`]),
      ...Object.entries(attributes).map(([field, value]) => `${fieldInWords(field, locale)} ${String(value)}`),
      ...Object.keys(tags).map((tag) => `${t('machine.kind.tag')} ${tag}`),
      ...(stage === undefined ? [] : [`${t('machine.kind.stage')} ${termInWords(stage, locale)}`]),
      ...(pool === undefined ? [] : [`${t('machine.kind.pool')} ${termInWords(pool, locale)}`]),
      ...Object.keys(consent).map((topic) => t('machine.withdrawn', { topic: topic.split('/')[1] ?? topic })),
    ].join(', ');
  };
}

/** What happens to the lead after it has come in; each can be moved to another day or taken back. */
export function HappeningList({ script, onChange }: HappeningListProps) {
  const { t } = useTranslation(['canvas', 'tryout']);
  const words = useWords();
  const items = laterItems(script);
  if (items.length === 0) return null;
  return (
    <ul className={css['happenings']} aria-label={t('tryout:machine.happens')} data-testid="happenings">
      {items.map(({ at, what }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: happenings have no identity of their own, and their inputs are controlled
        <li key={index} className={css['happening']}>
          <NumberInput
            w={96}
            min={0}
            step={0.5}
            decimalScale={1}
            prefix={t('timeMachine.dayPrefix')}
            aria-label={t('tryout:machine.dayOf', { what: words(what) })}
            value={Math.round((at / DAY) * 10) / 10}
            onChange={(day) => onChange(moveItem(script, index, (Number(day) || 0) * DAY))}
          />
          <span>{words(what)}</span>
          <ActionIcon size="sm" aria-label={t('tryout:machine.remove', { what: words(what) })} onClick={() => onChange(removeItem(script, index))}>
            <IconX size={13} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
