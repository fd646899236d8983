import { Button, Group, Input, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Condition } from '@tendril/journey/model';
import { conditionSchema } from '@tendril/journey/schema';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { ConditionBuilder, freshLeaf } from '../../inspector/condition/condition-builder.tsx';
import { ConditionCount } from '../../inspector/condition/lead-count.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import type { Segment } from './segment-answers.ts';

interface SegmentEditorProps {
  /** Null: a new one. */
  readonly segment: Segment | null;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

/** Makes a segment or changes one; says how many leads are in it while the condition is written. */
export function SegmentEditor({ segment, readOnly, onClose }: SegmentEditorProps) {
  const { t } = useTranslation(['segments', 'ui']);
  return (
    <Modal
      opened
      onClose={onClose}
      title={segment?.name ?? t('editor.newTitle')}
      size={620}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
      data-testid="segment-editor"
    >
      <SegmentForm segment={segment} readOnly={readOnly} onClose={onClose} />
    </Modal>
  );
}

function SegmentForm({ segment, readOnly, onClose }: SegmentEditorProps) {
  const { t } = useTranslation(['segments', 'ui']);
  const [name, setName] = useState(segment?.name ?? '');
  const [condition, setCondition] = useState<Condition>(segment?.condition ?? freshLeaf());
  const save = useSave(onClose);
  const usedBy = segment?.usedBy ?? [];
  const live = usedBy.filter((use) => use.live).length;
  const whole = isWhole(condition);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whole && name.trim() !== '') save.mutate({ id: segment?.id ?? null, name: name.trim(), condition });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('editor.name')}
          description={usedBy.length > 0 ? t('editor.nameFixed') : t('editor.nameHelp')}
          placeholder={t('editor.namePlaceholder')}
          maxLength={80}
          value={name}
          disabled={readOnly || usedBy.length > 0}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Input.Wrapper label={t('editor.condition')} labelElement="div">
          <ConditionBuilder condition={condition} readOnly={readOnly} onChange={setCondition} />
          {whole ? <ConditionCount condition={condition} /> : <small className="muted">{t('editor.unfinished')}</small>}
        </Input.Wrapper>
        {live > 0 && !readOnly && <p className="muted">{t('editor.liveNote', { count: live })}</p>}
        {save.error && <ErrorNotice error={save.error} />}
        {!readOnly && (
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" disabled={!whole || name.trim() === ''} loading={save.isPending}>
              {t('editor.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

/** A condition that tests something; an empty text or group would take in nobody, or everybody by mistake. */
function isWhole(condition: Condition): boolean {
  if (!conditionSchema.safeParse(condition).success) return false;
  if ('all' in condition) return condition.all.length > 0 && condition.all.every(isWhole);
  if ('any' in condition) return condition.any.length > 0 && condition.any.every(isWhole);
  return 'not' in condition ? isWhole(condition.not) : condition.value !== '';
}

function useSave(onClose: () => void) {
  const { t } = useTranslation('segments');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const create = useMutation(trpc.segments.create.mutationOptions());
  const update = useMutation(trpc.segments.update.mutationOptions());
  return useMutation({
    mutationFn: async ({ id, ...input }: { readonly id: string | null; readonly name: string; readonly condition: Condition }) => {
      if (id === null) await create.mutateAsync(input);
      else await update.mutateAsync({ id, ...input });
    },
    onSuccess: async () => {
      toasts.done(t('editor.saved'));
      onClose();
      await queryClient.invalidateQueries({ queryKey: trpc.segments.pathKey() });
      await queryClient.invalidateQueries({ queryKey: trpc.journeys.names.queryKey() });
    },
  });
}
