import { useQuery } from '@tanstack/react-query';
import type { MovePlan } from '@tendril/journey/versions';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { useDocument, useEditor } from '../canvas/editor.ts';
import { useFormat } from '../i18n/format.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { PlanRow } from './plan-row.tsx';
import css from './publish-plan.module.css';

interface PublishPlanProps {
  /** The API compares the draft as it has it. */
  readonly saved: boolean;
  readonly value: MovePlan;
  readonly onChange: (plan: MovePlan) => void;
}

/** Which steps are another in the draft, how many leads are there, and what becomes of them: chosen line by line. */
export function PublishPlan({ saved, value, onChange }: PublishPlanProps) {
  const { t } = useTranslation('publishing');
  const format = useFormat();
  const { journeyId } = useEditor();
  const order = useDocument((document) => document.nodes);
  const { data: plan, error, refetch } = useQuery(useTRPC().publishing.plan.queryOptions({ id: journeyId }, { enabled: saved, staleTime: 0 }));
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (plan === undefined) return <SkeletonLines count={3} />;
  if (plan === null) return null;
  const placeOf = (node: string | null): number => order.findIndex(({ id }) => id === node);
  const lines = plan.lines.toSorted((one, other) => placeOf(one.node) - placeOf(other.node));
  const busy = lines.filter(({ here }) => here > 0);
  const idle = lines.length - busy.length;
  return (
    <section className={css['plan']} aria-label={t('plan.title')} data-testid="publish-plan">
      <b>{t('plan.title')}</b>
      {plan.rulesChanged && <p>{t('plan.rules')}</p>}
      {plan.inside > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('plan.step')}</th>
              <th scope="col">{t('plan.here')}</th>
              <th scope="col">{t('plan.choice')}</th>
            </tr>
          </thead>
          <tbody>
            {busy.map((line) => (
              <PlanRow
                key={line.node}
                line={line}
                choice={value.steps[line.node ?? ''] ?? { do: 'finish' }}
                onChange={(choice) => onChange({ ...value, steps: { ...value.steps, [line.node ?? '']: choice } })}
              />
            ))}
            {plan.rest.here > 0 && <PlanRow line={plan.rest} choice={value.rest} onChange={(rest) => onChange({ ...value, rest })} />}
          </tbody>
        </table>
      )}
      {idle > 0 && <p className="muted">{t('plan.idle', { count: idle, formatted: format.count(idle) })}</p>}
      {lines.length === 0 && <p className="muted">{t('plan.nothing')}</p>}
    </section>
  );
}
