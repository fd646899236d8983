import { Group, NumberInput, Radio, Select, Stack, TextInput } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../shell/session-context.ts';
import { virtualNow } from '../shell/workspace-clock.ts';
import { fieldTime, type Limits, type When } from './when-it-goes-live.ts';

const SHARES = [1, 5, 10, 20, 50] as const;
const POINTS = ['failurePoints', 'unsubscribePoints', 'goalPoints'] as const;
const HOUR = 3_600_000;

interface WhenFieldsProps {
  readonly value: When;
  readonly onChange: (when: When) => void;
  /** There is a live version, so another one can be tried beside it. */
  readonly mayTry: boolean;
}

/** Asks when a version goes live: at once, for a share of the leads first, or at a time. */
export function WhenFields({ value, onChange, mayTry }: WhenFieldsProps) {
  const { t } = useTranslation('publishing');
  const { clock } = useSession().workspace;
  const hows = mayTry ? (['now', 'share', 'time'] as const) : (['now', 'time'] as const);
  const choose = (next: string): void => {
    const how = hows.find((one) => one === next) ?? 'now';
    const at = how === 'time' && value.at === '' ? fieldTime(virtualNow(clock, Date.now()) + 24 * HOUR) : value.at;
    onChange({ ...value, how, at });
  };
  return (
    <Radio.Group label={t('when.title')} value={value.how} onChange={choose} data-testid="when">
      <Stack gap={6} mt={6}>
        {hows.map((how) => (
          <Fragment key={how}>
            <Radio value={how} label={t(`when.${how}`)} description={t(`when.${how}Help`)} />
            {how === 'share' && value.how === 'share' && <ShareFields value={value} onChange={onChange} />}
          </Fragment>
        ))}
        {value.how === 'time' && (
          <TextInput
            type="datetime-local"
            label={t('when.at')}
            description={t('when.atHelp')}
            value={value.at}
            onChange={(event) => onChange({ ...value, at: event.currentTarget.value })}
          />
        )}
      </Stack>
    </Radio.Group>
  );
}

function ShareFields({ value, onChange }: Omit<WhenFieldsProps, 'mayTry'>) {
  const { t } = useTranslation('publishing');
  const { limits } = value;
  const change = (patch: Partial<Limits>) => onChange({ ...value, limits: { ...limits, ...patch } });
  return (
    <Stack gap={8} pl={28} pb={8}>
      <Select
        label={t('when.percent')}
        data={SHARES.map((share) => ({ value: String(share), label: `${share} %` }))}
        value={String(value.percent)}
        onChange={(share) => onChange({ ...value, percent: Number(share ?? 10) })}
        allowDeselect={false}
        w={200}
      />
      <b>{t('limits.title')}</b>
      <Group gap="sm" align="flex-end" grow>
        {POINTS.map((key) => (
          <NumberInput
            key={key}
            label={t(`limits.${key}`)}
            placeholder={t('limits.notWatched')}
            value={limits[key] ?? ''}
            onChange={(points) => change({ [key]: typeof points === 'number' ? points : null })}
            min={0}
            max={100}
          />
        ))}
        <NumberInput
          label={t('limits.leastLeads')}
          value={limits.leastLeads}
          onChange={(least) => change({ leastLeads: typeof least === 'number' ? least : 20 })}
          min={1}
          max={100_000}
        />
      </Group>
      <p className="muted">{t('limits.help')}</p>
    </Stack>
  );
}
