import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { Diagnostic } from '@tendril/journey/model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChecking } from '../canvas/live-store.ts';
import css from './inspector.module.css';
import { ProblemList } from './problem-list.tsx';

type Severity = Diagnostic['severity'];

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** The foot of the panel: all that is to be mended in the journey, or only what is as grave as was chosen. */
export function ProblemsFoot() {
  const { t } = useTranslation('canvas');
  const { all, errors, warnings, notes } = useChecking();
  const [chosen, setChosen] = useState<Severity | null>(null);
  if (all.length === 0) return null;
  const Icon = errors > 0 ? IconCircleX : warnings > 0 ? IconAlertTriangle : IconInfoCircle;
  const tone = errors > 0 ? 'var(--bad)' : warnings > 0 ? 'var(--warn)' : 'var(--ink-3)';
  const counts: Readonly<Record<Severity, number>> = { error: errors, warning: warnings, note: notes };
  const kinds = SEVERITIES.filter((severity) => counts[severity] > 0);
  // What was chosen may have been mended meanwhile: then everything is shown again.
  const only = chosen !== null && counts[chosen] > 0 ? chosen : null;
  return (
    <section className={css['foot']} aria-label={t('panel.problems')} data-testid="problems">
      <h2>
        <Icon size={16} color={tone} aria-hidden />
        {t('problem.count', { count: all.length })}
      </h2>
      {kinds.length > 1 && (
        <fieldset className={css['filter']} aria-label={t('problem.filter')}>
          {kinds.map((severity) => (
            <button
              key={severity}
              type="button"
              className="chip num"
              data-tone={only === severity ? 'live' : undefined}
              aria-pressed={only === severity}
              onClick={() => setChosen(only === severity ? null : severity)}
            >
              {t(`problem.${severity}`, { count: counts[severity] })}
            </button>
          ))}
        </fieldset>
      )}
      <ProblemList problems={only === null ? all : all.filter(({ severity }) => severity === only)} withStep />
    </section>
  );
}
