import { Stack } from '@mantine/core';
import type { DocumentNode, Json } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import { edit, useEditor } from '../canvas/editor.ts';
import { useProblems } from '../canvas/live-store.ts';
import { setConfig } from '../document/commands/change-step.ts';
import { useLocale } from '../i18n/format.ts';
import { FIELDS } from './fields/registry.ts';
import { type FormField, formFieldsOf } from './form-fields.ts';
import { useProblemSentence } from './use-problem-sentence.ts';

/** One field with what the compiler says of it. */
function StepField({ node, field }: { readonly node: DocumentNode; readonly field: FormField }) {
  const editor = useEditor();
  const locale = useLocale();
  const sentence = useProblemSentence();
  const problem = useProblems(node.id).find(
    ({ field: path }) => path === `config.${field.key}` || path?.startsWith(`config.${field.key}.`) || path?.startsWith(`config.${field.key}[`),
  );
  const Input = FIELDS[field.hint] ?? FIELDS.text;
  const change = (value: Json) =>
    edit(editor, { name: 'configure', group: `${node.id} ${field.key}` }, (document) => {
      const current = document.nodes.find(({ id }) => id === node.id);
      return current === undefined ? document : setConfig(document, node.id, { ...current.config, [field.key]: value }, editor.types);
    });
  return (
    <Input
      field={field}
      value={node.config[field.key]}
      onChange={change}
      label={field.label[locale]}
      help={field.help?.[locale]}
      error={problem && sentence(problem)}
      node={node.id}
      readOnly={editor.readOnly}
    />
  );
}

/** The form of a step, made from its type's own description of its config. */
export function StepForm({ node }: { readonly node: DocumentNode }) {
  const { t } = useTranslation('nodes');
  const { types } = useEditor();
  const definition = types.get(node.kind);
  if (definition === undefined) return <p className="muted">{t('unknownKind', { kind: node.kind })}</p>;
  const fields = formFieldsOf(definition);
  if (fields.length === 0) return null;
  return (
    <Stack gap="md">
      {fields.map((field) => (
        <StepField key={field.key} node={node} field={field} />
      ))}
    </Stack>
  );
}
