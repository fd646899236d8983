/** One step of the way from new lead to qualified, in counts of the last 30 days. */
export interface FunnelStep {
  readonly key: 'newLeads' | 'handed' | 'accepted' | 'concluded' | 'qualified';
  readonly count: number;
  /** Share of the step before, or null where there is none. It may be above 1: a lead of an earlier month counts too. */
  readonly ofBefore: number | null;
}

interface FunnelCounts {
  readonly newLeads30d: number;
  readonly mqls30d: number;
  readonly handoffsAccepted30d: number;
  readonly dispositions30d: { readonly [key: string]: number };
}

/** The disposition that means: sales takes over. */
const QUALIFIED = 'qualified';

/** Computes the funnel of the last 30 days. */
export function funnelOf({ newLeads30d, mqls30d, handoffsAccepted30d, dispositions30d }: FunnelCounts): readonly FunnelStep[] {
  const concluded = Object.values(dispositions30d).reduce((sum, count) => sum + count, 0);
  const counts = [
    ['newLeads', newLeads30d],
    ['handed', mqls30d],
    ['accepted', handoffsAccepted30d],
    ['concluded', concluded],
    ['qualified', dispositions30d[QUALIFIED] ?? 0],
  ] as const;
  return counts.map(([key, count], index) => {
    const before = counts[index - 1]?.[1];
    return { key, count, ofBefore: before === undefined || before === 0 ? null : count / before };
  });
}
