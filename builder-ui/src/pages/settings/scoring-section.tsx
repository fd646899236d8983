import { NumberInput, Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useLocale } from '../../i18n/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { triggerInWords } from './rule-in-words.ts';
import { SectionHead } from './section-head.tsx';
import css from './settings.module.css';
import type { ScoreRule } from './settings-answers.ts';

const DIMENSIONS = ['fit', 'interest', 'behaviour', 'stage'] as const;

/** What earns a lead points, and how many. */
export function ScoringSection() {
  const { t } = useTranslation(['settings', 'leads']);
  const query = useQuery(useTRPC().settings.scoreRules.queryOptions());
  const columns = useColumns();
  const tableOf = (label: string, rows: readonly ScoreRule[] | undefined) => (
    <DataTable<ScoreRule>
      label={label}
      columns={columns}
      rows={rows}
      rowKey={(rule) => rule.key}
      error={query.error}
      onRetry={() => void query.refetch()}
      empty={<EmptyNotice title={t('scoring.emptyTitle')}>{t('scoring.emptyText')}</EmptyNotice>}
    />
  );
  return (
    <>
      <SectionHead note={t('scoring.note')} />
      {query.data === undefined
        ? tableOf(t('section.scoring'), undefined)
        : DIMENSIONS.map((dimension) => (
            <section key={dimension}>
              <h2 className={css['dimension']}>
                {t(`leads:dimension.${dimension}`)}
                <small>{t(`scoring.about.${dimension}`)}</small>
              </h2>
              {tableOf(
                t(`leads:dimension.${dimension}`),
                query.data.filter((rule) => rule.dimension === dimension),
              )}
            </section>
          ))}
    </>
  );
}

function useColumns(): readonly Column<ScoreRule>[] {
  const { t } = useTranslation('settings');
  return useMemo(
    () => [
      { key: 'rule', header: t('scoring.rule'), cell: (rule) => <RuleText rule={rule} /> },
      { key: 'points', header: t('scoring.points'), width: '130px', cell: (rule) => <RulePoints key={`${rule.key} ${rule.points}`} rule={rule} /> },
      { key: 'enabled', header: t('scoring.enabled'), width: '80px', cell: (rule) => <RuleSwitch rule={rule} /> },
    ],
    [t],
  );
}

function RuleText({ rule }: { readonly rule: ScoreRule }) {
  const { t } = useTranslation('settings');
  const locale = useLocale();
  const trigger = triggerInWords(rule, locale);
  const text = trigger === null ? t('scoring.unknown') : t(`scoring.when.${trigger.on}`, { what: trigger.text });
  return (
    <div className={css['rule']}>
      <b className={css['strong']}>{rule.name[locale]}</b>
      <span title={text}>{text}</span>
    </div>
  );
}

function useSaveRule(rule: ScoreRule) {
  const { t } = useTranslation('settings');
  const locale = useLocale();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  return useMutation(
    trpc.settings.saveScoreRule.mutationOptions({
      onSuccess: () => toasts.done(t('scoring.saved', { name: rule.name[locale] })),
      onError: toasts.failed,
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.settings.scoreRules.queryKey() }),
    }),
  );
}

/** Points are saved when the field is left or Enter is pressed; Escape takes the change back. */
function RulePoints({ rule }: { readonly rule: ScoreRule }) {
  const { t } = useTranslation('settings');
  const locale = useLocale();
  const [points, setPoints] = useState<number | string>(rule.points);
  const save = useSaveRule(rule);
  const commit = () => {
    if (typeof points !== 'number') setPoints(rule.points);
    else if (points !== rule.points) save.mutate({ key: rule.key, points, enabled: rule.enabled });
  };
  return (
    <NumberInput
      aria-label={t('scoring.pointsOf', { name: rule.name[locale] })}
      value={points}
      min={-1000}
      max={1000}
      decimalScale={1}
      disabled={save.isPending}
      onChange={setPoints}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setPoints(rule.points);
      }}
    />
  );
}

function RuleSwitch({ rule }: { readonly rule: ScoreRule }) {
  const { t } = useTranslation('settings');
  const locale = useLocale();
  const save = useSaveRule(rule);
  return (
    <Switch
      aria-label={t('scoring.enabledOf', { name: rule.name[locale] })}
      checked={save.isPending ? save.variables.enabled : rule.enabled}
      disabled={save.isPending}
      onChange={(event) => save.mutate({ key: rule.key, points: rule.points, enabled: event.currentTarget.checked })}
    />
  );
}
