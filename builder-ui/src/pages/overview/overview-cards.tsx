import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';
import { useSession } from '../../shell/session-context.ts';
import { Card } from '../../ui/card.tsx';
import { Formula } from '../../ui/stat.tsx';
import { POOLS, STAGES } from '../leads/lead-words.ts';
import { STATUSES } from '../messages/message-answers.ts';
import { BarList } from './bar-list.tsx';
import { funnelOf } from './funnel.ts';
import css from './overview.module.css';

type Overview = Answers['settings']['overview'];

/** The funnel and what the leads, hand-offs and messages come to. */
export function OverviewCards({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation(['overview', 'leads', 'messages']);
  const format = useFormat();
  const counted = (keys: readonly string[], counts: { readonly [key: string]: number }, prefix: string) =>
    keys.map((key) => ({ key, label: t(`${prefix}.${key}`), count: counts[key] ?? 0 }));
  return (
    <div className={css['cards']}>
      <NumbersCard name="funnel" wide>
        <BarList
          bars={funnelOf(overview).map(({ key, count, ofBefore }) => ({
            key,
            label: t(`funnel.${key}`),
            count,
            note: ofBefore === null ? null : t('funnel.ofBefore', { share: format.percent(ofBefore) }),
          }))}
        />
      </NumbersCard>
      <NumbersCard name="stages">
        <BarList bars={counted(STAGES, overview.stages, 'leads:stage')} />
      </NumbersCard>
      <NumbersCard name="pools">
        <BarList bars={counted(POOLS, overview.pools, 'leads:pool')} />
      </NumbersCard>
      <NumbersCard name="dispositions">
        <Dispositions counts={overview.dispositions30d} />
      </NumbersCard>
      <NumbersCard name="messages">
        <BarList bars={counted(STATUSES, overview.messages30d, 'messages:status')} />
      </NumbersCard>
    </div>
  );
}

type CardName = 'funnel' | 'stages' | 'pools' | 'dispositions' | 'messages';

function NumbersCard({ name, wide = false, children }: { readonly name: CardName; readonly wide?: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation('overview');
  const label = t(`card.${name}`);
  return (
    <div className={wide ? css['wide'] : undefined}>
      <Card title={label} aside={<Formula of={label}>{t(`formula.${name}`)}</Formula>}>
        {children}
      </Card>
    </div>
  );
}

/** Conclusions by name. The names are the desk's; a marketer, who may not look there, reads the keys. */
function Dispositions({ counts }: { readonly counts: Overview['dispositions30d'] }) {
  const { t } = useTranslation('overview');
  const { locale } = useFormat();
  const { role } = useSession();
  const known = useQuery(useTRPC().desk.dispositions.queryOptions(undefined, { enabled: role !== 'marketer', staleTime: 60_000 })).data ?? [];
  const bars = Object.entries(counts)
    .map(([key, count]) => ({ key, label: known.find((one) => one.key === key)?.name[locale] ?? key, count }))
    .toSorted((a, b) => b.count - a.count);
  return bars.length === 0 ? <p className="muted">{t('noDispositions')}</p> : <BarList bars={bars} />;
}
