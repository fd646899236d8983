import { NumberInput, Select } from '@mantine/core';
import type { JourneyScript } from '@tendril/journey/model';
import { termInWords } from '@tendril/journey/sentences';
import type { Laboratory } from '@tendril/journey/simulator';
import { useTranslation } from 'react-i18next';
import { useDocument, useEditor } from '../canvas/editor.ts';
import { nameOf } from '../document/ports-of.ts';
import { useLocale } from '../i18n/format.ts';
import { LeadPicker, type PickedLead } from '../ui/lead-picker.tsx';
import { withIntent, withScore } from './made-up-script.ts';

interface ScriptFormProps {
  readonly laboratory: Laboratory;
  readonly script: JourneyScript;
  readonly onChange: (script: JourneyScript) => void;
  /** The real lead that the script is about; null: a made-up one. */
  readonly lead: PickedLead | null;
  readonly onPick: (lead: PickedLead | null) => void;
}

/** What a made-up lead is to begin with; of a real one it is known. */
function MadeUpLead({ script, onChange }: Pick<ScriptFormProps, 'script' | 'onChange'>) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  return (
    <>
      <NumberInput
        w={118}
        prefix={`${t('timeMachine.score')} `}
        aria-label={t('timeMachine.score')}
        value={script.lead?.score?.total ?? 0}
        onChange={(score) => onChange(withScore(script, Number(score) || 0))}
      />
      <Select
        w={132}
        aria-label={t('timeMachine.intent')}
        data={(['none', 'low', 'high'] as const).map((value) => ({
          value,
          label: t('timeMachine.intentIs', { intent: termInWords(value, locale) }),
        }))}
        value={script.lead?.intent ?? 'none'}
        onChange={(intent) => onChange(withIntent(script, intent === 'high' || intent === 'low' ? intent : 'none'))}
      />
    </>
  );
}

/** By which entry the lead comes in, where there are several. */
function EntryChoice({ laboratory, script, onChange }: Pick<ScriptFormProps, 'laboratory' | 'script' | 'onChange'>) {
  const { t } = useTranslation('tryout');
  const locale = useLocale();
  const { types } = useEditor();
  const nodes = useDocument((document) => document.nodes);
  const { entries } = laboratory.program;
  if (entries.length < 2) return null;
  const named = nodes.filter(({ id }) => entries.includes(id)).map((node) => ({ value: node.id, label: nameOf(node, types, locale) }));
  return (
    <Select
      w={190}
      aria-label={t('machine.entry')}
      allowDeselect={false}
      data={named}
      value={script.entry ?? entries[0] ?? null}
      onChange={(entry) => entry !== null && onChange({ ...script, entry })}
    />
  );
}

/** Who comes in, and by which entry. */
export function ScriptForm({ lead, onPick, ...rest }: ScriptFormProps) {
  const { t } = useTranslation('tryout');
  return (
    <>
      <div style={{ width: 260 }}>
        <LeadPicker name={t('machine.who')} nobody={t('machine.madeUp')} value={lead} onPick={onPick} />
      </div>
      {lead === null && <MadeUpLead script={rest.script} onChange={rest.onChange} />}
      <EntryChoice {...rest} />
    </>
  );
}
