import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCopy, IconPlayerPause, IconReplace, IconTrash } from '@tabler/icons-react';
import type { DocumentNode } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import { toggleDisabled } from '../canvas/actions/arrange.ts';
import { duplicateSelected } from '../canvas/actions/clipboard.ts';
import { removeSelected } from '../canvas/actions/remove.ts';
import { edit, useDocument, useEditor } from '../canvas/editor.ts';
import { FamilyIcon } from '../canvas/family-icon.tsx';
import { useProblems } from '../canvas/live-store.ts';
import { renameStep } from '../document/commands/change-step.ts';
import { nameOf, summaryOf } from '../document/ports-of.ts';
import { readingOrder } from '../document/walk.ts';
import { useLocale } from '../i18n/format.ts';
import css from './inspector.module.css';
import { MessagePreview } from './message-preview.tsx';
import { ProblemList } from './problem-list.tsx';
import { StepForm } from './step-form.tsx';
import { WhoWaits } from './who-waits.tsx';

function Tools({ node }: { readonly node: DocumentNode }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  if (editor.readOnly) return null;
  return (
    <div className={css['tools']}>
      <Tooltip label={`${t(node.disabled ? 'action.enable' : 'action.disable')} (D)`}>
        <ActionIcon
          aria-label={t(node.disabled ? 'action.enable' : 'action.disable')}
          aria-pressed={node.disabled ?? false}
          onClick={() => toggleDisabled(editor)}
        >
          <IconPlayerPause size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t('action.replace')} (R)`}>
        <ActionIcon
          aria-label={t('action.replace')}
          onClick={(event) => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect();
            editor.view.setGesture({ at: 'choosing', place: { at: 'replace', node: node.id }, screen: { left, top: bottom } });
          }}
        >
          <IconReplace size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('action.duplicate')}>
        <ActionIcon aria-label={t('action.duplicate')} onClick={() => duplicateSelected(editor)}>
          <IconCopy size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('action.delete')}>
        <ActionIcon aria-label={t('action.delete')} onClick={() => removeSelected(editor)}>
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

/** One step: the sentence it means, its form, who waits there, its message, and what is to be mended. */
export function StepInspector({ node }: { readonly node: DocumentNode }) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const { types } = editor;
  const definition = types.get(node.kind);
  const number = useDocument((document) => readingOrder(document).indexOf(node.id) + 1);
  const problems = useProblems(node.id).filter(({ field }) => field === undefined);
  const name = nameOf(node, types, locale);
  const title = definition?.title[locale] ?? node.kind;
  return (
    <>
      <header className={css['head']}>
        <FamilyIcon family={definition?.family ?? 'logic'} icon={definition?.icon ?? ''} />
        <div className={css['names']}>
          <input
            key={`${node.id} ${node.name}`}
            aria-label={t('rename')}
            className={css['name']}
            defaultValue={name}
            readOnly={editor.readOnly}
            maxLength={120}
            onBlur={(event) => {
              const typed = event.currentTarget.value.trim();
              if (typed !== name) edit(editor, { name: 'rename' }, (document) => renameStep(document, node.id, typed === title ? '' : typed));
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
            }}
          />
          <span className="muted num">{t('inspector.kind', { kind: title, number })}</span>
        </div>
        <Tools node={node} />
      </header>
      <p className={css['sentence']} data-testid="sentence">
        {node.disabled
          ? t('inspector.disabled')
          : (summaryOf(node, types, locale) ?? t('inspector.unfinished', { help: definition?.help[locale] ?? '' }))}
      </p>
      {problems.length > 0 && <ProblemList problems={problems} />}
      <StepForm key={node.id} node={node} />
      <WhoWaits node={node.id} />
      <MessagePreview node={node} />
    </>
  );
}
