import { Checkbox } from '@mantine/core';
import { termInWords } from '@tendril/journey/sentences';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../../api/trpc.ts';
import { useLocale } from '../../i18n/format.ts';
import { OptionalDate, RelativeDate } from '../../ui/relative-date.tsx';
import css from '../leads-panel.module.css';
import { useOpenRun } from '../use-panels.ts';

/** One run as the list shows it. */
export type Run = Answers['journeys']['runs']['rows'][number];

interface RunLineProps {
  readonly run: Run;
  readonly chosen: boolean;
  /** Null for readers who may not do anything to leads. */
  readonly onChoose: ((chosen: boolean) => void) | null;
}

/** A lead of the journey: where it is, until when. Opens its way. */
export function RunLine({ run, chosen, onChoose }: RunLineProps) {
  const { t } = useTranslation(['canvas', 'operate']);
  const locale = useLocale();
  const openRun = useOpenRun();
  const name = run.leadName ?? t('leads.nameless');
  return (
    <li className={css['line']}>
      {onChoose !== null && (
        <Checkbox size="xs" checked={chosen} aria-label={t('operate:choose', { name })} onChange={(event) => onChoose(event.currentTarget.checked)} />
      )}
      <button type="button" className={css['run']} onClick={() => openRun(run.id)}>
        <b>{name}</b>
        <span className="chip" data-tone={run.status === 'failed' ? 'bad' : run.status === 'running' ? 'live' : undefined}>
          {run.status === 'done' && run.outcome ? termInWords(run.outcome, locale) : t(`run.${run.status}`)}
        </span>
        <span className={css['detail']}>
          {run.nodeName && t('leads.at', { step: run.nodeName })}
          {run.heldSince !== null ? (
            <>
              {' · '}
              {t('operate:heldSince')} <OptionalDate at={run.heldSince} />
            </>
          ) : (
            run.wakeAt !== null && (
              <>
                {' · '}
                {t('leads.until')} <OptionalDate at={run.wakeAt} />
              </>
            )
          )}
          {run.endedAt !== null && (
            <>
              {' · '}
              {t('leads.ended')} <RelativeDate at={run.endedAt} />
            </>
          )}
        </span>
      </button>
    </li>
  );
}
