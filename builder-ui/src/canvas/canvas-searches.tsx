import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useReactFlow } from '@xyflow/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { nameOf, summaryOf } from '../document/ports-of.ts';
import { useLocale } from '../i18n/format.ts';
import { reveal } from './actions/group.ts';
import { currentDocument, useEditor, useView } from './editor.ts';
import { FamilyIcon } from './family-icon.tsx';
import { type Hit, SearchDialog } from './search-dialog.tsx';
import { useCommands } from './use-commands.ts';
import { useOpenExplanation } from './use-panels.ts';

const contains = (text: string, typed: string): boolean => text.toLowerCase().includes(typed.trim().toLowerCase());

/** Finds a step by its name or by what it does, and goes there. */
export function FindDialog() {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const flow = useReactFlow();
  const opened = useView((view) => view.dialog === 'find');
  const search = (typed: string): readonly Hit[] =>
    currentDocument(editor).nodes.flatMap((node) => {
      const name = nameOf(node, editor.types, locale);
      const summary = summaryOf(node, editor.types, locale) ?? '';
      const definition = editor.types.get(node.kind);
      if (!contains(`${name} ${summary} ${node.kind}`, typed)) return [];
      const go = () => {
        reveal(editor, node.id);
        editor.view.select([node.id]);
        void flow.fitView({ nodes: [{ id: node.id }], maxZoom: 1, padding: 0.8, duration: 150 });
      };
      const content = (
        <>
          <FamilyIcon family={definition?.family ?? 'logic'} icon={definition?.icon ?? ''} size={24} />
          <span>
            {name} <small>{summary}</small>
          </span>
        </>
      );
      return [{ id: node.id, content, run: go }];
    });
  return (
    <SearchDialog
      opened={opened}
      onClose={() => editor.view.setState({ dialog: null })}
      label={t('find.label')}
      placeholder={t('find.placeholder')}
      search={search}
      nothing={t('find.nothing')}
    />
  );
}

/** Everything that can be done here, by name. */
export function CommandsDialog({ save }: { readonly save: () => void }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const opened = useView((view) => view.dialog === 'commands');
  const commands = useCommands(save);
  const search = (typed: string): readonly Hit[] =>
    commands
      .filter(({ label }) => contains(label, typed))
      .map(({ id, label, keys, run }) => ({
        id,
        run,
        content: (
          <>
            {label}
            {keys && <kbd>{keys}</kbd>}
          </>
        ),
      }));
  return (
    <SearchDialog
      opened={opened}
      onClose={() => editor.view.setState({ dialog: null })}
      label={t('commands.label')}
      placeholder={t('commands.placeholder')}
      search={search}
      nothing={t('find.nothing')}
    />
  );
}

/** Type a name or an address: where is this lead in the journey, and why? */
export function LeadSearchDialog() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const opened = useView((view) => view.dialog === 'lead-search');
  const explain = useOpenExplanation();
  const [typed, setTyped] = useState('');
  const [rested] = useDebouncedValue(typed.trim(), 200);
  const { data } = useQuery(
    useTRPC().leads.list.queryOptions(
      { limit: 12, sort: 'seen', ...(rested === '' ? {} : { search: rested }) },
      { enabled: opened, placeholderData: keepPreviousData },
    ),
  );
  const search = (): readonly Hit[] =>
    (data?.rows ?? []).map((lead) => ({
      id: lead.id,
      run: () => explain(lead.id),
      content: (
        <span>
          {lead.name ?? t('leads.nameless')} <small>{[lead.company, lead.email].filter(Boolean).join(' · ')}</small>
        </span>
      ),
    }));
  return (
    <SearchDialog
      opened={opened}
      onClose={() => editor.view.setState({ dialog: null })}
      label={t('findLead.label')}
      placeholder={t('findLead.placeholder')}
      search={search}
      onType={setTyped}
      nothing={t('findLead.nothing')}
    />
  );
}
