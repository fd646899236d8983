import { Alert, Button, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { type ChangeEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../../api/error-sentence.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { RealDate } from '../../ui/relative-date.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import type { Template } from './message-answers.ts';
import css from './messages.module.css';
import { draftOf, draftProblems, insertAt, type TemplateDraft } from './template-draft.ts';
import { TemplatePreviewPane } from './template-preview-pane.tsx';
import { TemplateVariables } from './template-variables.tsx';

interface TemplateEditorProps {
  readonly template: Template;
  readonly takenKeys: readonly string[];
  readonly mayWrite: boolean;
  readonly onSaved: (key: string) => void;
}

/** Writes one template beside its live preview. */
export function TemplateEditor({ template, takenKeys, mayWrite, onSaved }: TemplateEditorProps) {
  const { t } = useTranslation(['messages', 'leads']);
  const sentence = useErrorSentence();
  const isNew = template.key === '';
  const [draft, setDraft] = useState<TemplateDraft>(() => draftOf(template));
  const [saved, setSaved] = useState<TemplateDraft>(() => draftOf(template));
  const [tried, setTried] = useState(false);
  const problems = draftProblems(draft, isNew ? takenKeys : []);
  const changed = JSON.stringify(draft) !== JSON.stringify(saved);
  const save = useSaveTemplate((stored) => {
    setSaved(stored);
    if (isNew) onSaved(stored.key);
  });
  const confirm = useConfirm();
  const mayLeave = () => confirm({ title: t('template.leaveTitle'), body: t('template.leaveBody'), confirm: t('template.leave'), danger: true });
  useBlocker({ shouldBlockFn: async () => changed && !save.isPending && !(await mayLeave()), enableBeforeUnload: changed });

  const set = (patch: Partial<TemplateDraft>) => setDraft((before) => ({ ...before, ...patch }));
  const errorOf = (field: string) => {
    const problem = problems.find((one) => one.field === field);
    return tried && problem !== undefined ? t(`template.problem.${problem.field}.${problem.code}`) : undefined;
  };
  return (
    <div className={css['editor']}>
      <form
        className={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (problems.length === 0) save.mutate(draft);
        }}
      >
        <div className={css['pair']}>
          <TextInput
            label={t('template.name')}
            value={draft.name}
            readOnly={!mayWrite}
            error={errorOf('name')}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Select
            label={t('template.channel')}
            disabled={!isNew}
            data={[
              { value: 'email', label: t('leads:channel.email') },
              { value: 'wecom', label: t('leads:channel.wecom') },
            ]}
            value={draft.channel}
            onChange={(value) => set({ channel: value === 'wecom' ? 'wecom' : 'email' })}
          />
        </div>
        <TextInput
          label={t('template.key')}
          description={t('template.keyHelp')}
          value={draft.key}
          readOnly={!isNew}
          error={errorOf('key')}
          onChange={(event) => set({ key: event.currentTarget.value.toLowerCase() })}
        />
        {draft.channel === 'email' ? (
          <TextInput
            label={t('template.subject')}
            value={draft.subject}
            maxLength={2000}
            readOnly={!mayWrite}
            error={errorOf('subject')}
            onChange={(event) => set({ subject: event.currentTarget.value })}
          />
        ) : null}
        <TemplateSource draft={draft} readOnly={!mayWrite} error={errorOf('body')} onBody={(body) => set({ body })} />
        {save.error === null ? null : (
          <Alert color="red" role="alert">
            {sentence(save.error)}
          </Alert>
        )}
        <div className={css['buttons']}>
          {template.updatedAt === '' ? null : (
            <span className="muted">
              {t('template.updated')} <RealDate at={template.updatedAt} />
            </span>
          )}
          {mayWrite ? (
            <Button type="submit" loading={save.isPending} disabled={!changed}>
              {t('template.save')}
            </Button>
          ) : null}
        </div>
      </form>
      <TemplatePreviewPane draft={draft} />
    </div>
  );
}

function useSaveTemplate(onStored: (draft: TemplateDraft) => void) {
  const { t } = useTranslation('messages');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  return useMutation(
    trpc.messages.saveTemplate.mutationOptions({
      onSuccess: async (_answer, stored) => {
        await queryClient.invalidateQueries({ queryKey: trpc.messages.templates.queryKey() });
        toasts.done(t('template.saved'));
        onStored(stored);
      },
    }),
  );
}

interface TemplateSourceProps {
  readonly draft: TemplateDraft;
  readonly readOnly: boolean;
  readonly error: string | undefined;
  readonly onBody: (body: string) => void;
}

function TemplateSource({ draft, readOnly, error, onBody }: TemplateSourceProps) {
  const { t } = useTranslation('messages');
  const body = useRef<HTMLTextAreaElement>(null);
  const insert = (variable: string) => {
    const field = body.current;
    if (field === null || readOnly) return;
    const { text, cursor } = insertAt(draft.body, { start: field.selectionStart, end: field.selectionEnd }, `{{ ${variable} }}`);
    onBody(text);
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(cursor, cursor);
    });
  };
  return (
    <>
      <Textarea
        ref={body}
        className={css['source'] ?? ''}
        label={t(`template.body.${draft.channel}`)}
        autosize
        minRows={14}
        maxRows={28}
        spellCheck={false}
        value={draft.body}
        readOnly={readOnly}
        error={error}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => onBody(event.currentTarget.value)}
      />
      <TemplateVariables source={`${draft.subject}\n${draft.body}`} onInsert={insert} />
    </>
  );
}
