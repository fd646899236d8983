import { Select } from '@mantine/core';
import type { NodeId } from '@tendril/journey/model';
import type { MoveChoice, PlanLine } from '@tendril/journey/versions';
import { useTranslation } from 'react-i18next';
import { useDocument, useEditor } from '../canvas/editor.ts';
import { isEntry, nameOf } from '../document/ports-of.ts';
import { useFormat, useLocale } from '../i18n/format.ts';
import { choiceOf, choicesOf, keyOf } from './move-choices.ts';

interface PlanRowProps {
  readonly line: PlanLine;
  readonly choice: MoveChoice;
  readonly onChange: (choice: MoveChoice) => void;
}

/** The steps of the draft at which leads may go on, by name. */
function useSteps(): readonly { readonly value: NodeId; readonly label: string }[] {
  const { types } = useEditor();
  const locale = useLocale();
  const nodes = useDocument((document) => document.nodes);
  return nodes
    .filter((node) => !isEntry(node.kind, types) && node.disabled !== true)
    .map((node) => ({ value: node.id, label: nameOf(node, types, locale) }));
}

/** One line of the plan: the step, what is other there, its leads, and in a sentence what becomes of them. */
export function PlanRow({ line, choice, onChange }: PlanRowProps) {
  const { t } = useTranslation('publishing');
  const format = useFormat();
  const locale = useLocale();
  const { types } = useEditor();
  const drawn = useDocument((document) => document.nodes.find(({ id }) => id === line.node));
  const steps = useSteps();
  const name = line.node === null ? t('plan.rest') : nameOf(drawn ?? { kind: line.kind, name: line.name }, types, locale);
  const key = keyOf(choice);
  const at = choice.do === 'go-on' ? choice.at : (steps[0]?.value ?? '');
  const target = steps.find(({ value }) => value === at)?.label ?? '';
  return (
    <tr>
      <th scope="row">
        {name}
        {line.changes.length > 0 && <small>{line.changes.map((change) => t(`plan.change.${change}`)).join(' · ')}</small>}
      </th>
      <td className="num">
        {format.count(line.here)}
        <small>{line.versions.map(({ version, here }) => t('plan.ofVersion', { version, here: format.count(here) })).join(' · ')}</small>
      </td>
      <td>
        <Select
          aria-label={t('plan.choiceOf', { step: name })}
          data={choicesOf(line).map((value) => ({ value, label: t(`choice.${value}`) }))}
          value={key}
          onChange={(next) => onChange(choiceOf(choicesOf(line).find((one) => one === next) ?? 'finish', at))}
          allowDeselect={false}
          comboboxProps={{ keepMounted: false, shadow: 'md' }}
        />
        {key === 'go-on' && (
          <Select
            mt={6}
            aria-label={t('plan.goOnAt', { step: name })}
            data={[...steps]}
            value={at}
            onChange={(node) => node !== null && onChange({ do: 'go-on', at: node })}
            allowDeselect={false}
            searchable
            comboboxProps={{ keepMounted: false, shadow: 'md' }}
          />
        )}
        <small>{t(`will.${key}`, { step: target })}</small>
      </td>
    </tr>
  );
}
