import { Alert, Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../../api/error-sentence.ts';
import { useTRPC } from '../../api/trpc.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import type { LeadDetail } from './lead-answers.ts';
import { type LeadDraft, leadDraft, leadPatch } from './lead-patch.ts';
import css from './leads.module.css';

interface EditLeadProps {
  readonly lead: LeadDetail;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Changes fields of a lead by hand. Stage, pool and score change by journeys and people's conclusions, not here. */
export function EditLead({ lead, opened, onClose }: EditLeadProps) {
  const { t } = useTranslation('leads');
  return (
    <SidePanel opened={opened} onClose={onClose} title={t('edit.title')}>
      <EditLeadForm lead={lead} onClose={onClose} />
    </SidePanel>
  );
}

const FIELDS = [
  'name',
  'email',
  'phone',
  'title',
  'company',
  'industry',
  'companySize',
  'city',
  'source',
  'owner',
] as const satisfies readonly (keyof LeadDraft)[];

function EditLeadForm({ lead, onClose }: Omit<EditLeadProps, 'opened'>) {
  const { t } = useTranslation(['leads', 'ui']);
  const sentence = useErrorSentence();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const [draft, setDraft] = useState(() => leadDraft(lead));
  const patch = leadPatch(lead, draft);
  const update = useMutation(
    trpc.leads.update.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.leads.pathKey() });
        toasts.done(t('edit.done'));
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(patch).length === 0) onClose();
    else update.mutate({ id: lead.id, patch });
  };
  return (
    <form className={css['form']} onSubmit={submit} noValidate>
      {FIELDS.map((field) => (
        <TextInput
          key={field}
          label={t(`field.${field}`)}
          description={field === 'owner' ? t('edit.ownerHelp') : undefined}
          value={draft[field]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setDraft((before) => ({ ...before, [field]: value }));
          }}
        />
      ))}
      {update.error === null ? null : (
        <Alert color="red" role="alert">
          {sentence(update.error)}
        </Alert>
      )}
      <div className={css['buttons']}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={update.isPending} disabled={Object.keys(patch).length === 0}>
          {t('edit.submit')}
        </Button>
      </div>
    </form>
  );
}
