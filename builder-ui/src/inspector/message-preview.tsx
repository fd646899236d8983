import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DocumentNode } from '@tendril/journey/model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../api/trpc.ts';
import { useEditor } from '../canvas/editor.ts';
import { TemplatePreviewPane } from '../pages/messages/template-preview-pane.tsx';
import { LeadPicker, type PickedLead } from '../ui/lead-picker.tsx';
import { formFieldsOf } from './form-fields.ts';
import css from './inspector.module.css';
import { TestSend } from './test-send.tsx';

type Template = Answers['messages']['templates'][number];

/** The preview with the values of a made-up lead or of a real one, and below it a test of the same. */
function TryMessage({ template }: { readonly template: Template }) {
  const { t } = useTranslation(['canvas', 'tryout']);
  const { readOnly } = useEditor();
  const [lead, setLead] = useState<PickedLead | null>(null);
  return (
    <>
      <section className={css['section']} aria-label={t('preview.title')}>
        <h3>
          {t('preview.title')}
          <Link to="/templates" className={css['link']}>
            {t('preview.edit')}
          </Link>
        </h3>
        <LeadPicker name={t('tryout:lead.forWhom')} nobody={t('tryout:lead.madeUp')} value={lead} onPick={setLead} />
        <TemplatePreviewPane draft={template} {...(lead === null ? {} : { leadId: lead.id })} />
      </section>
      {!readOnly && (
        <section className={css['section']} aria-label={t('tryout:test.title')}>
          <h3>{t('tryout:test.title')}</h3>
          <TestSend key={template.key} templateKey={template.key} channel={template.channel} leadId={lead?.id} />
        </section>
      )}
    </>
  );
}

/** What the step's message looks like and a way to get it oneself, for steps that send one. */
export function MessagePreview({ node }: { readonly node: DocumentNode }) {
  const { types } = useEditor();
  const definition = types.get(node.kind);
  const field = definition && formFieldsOf(definition).find(({ hint }) => hint === 'template-email' || hint === 'template-wecom');
  const key = field && node.config[field.key];
  const { data = [] } = useQuery(useTRPC().messages.templates.queryOptions(undefined, { enabled: field !== undefined, staleTime: 30_000 }));
  const template = data.find((candidate) => candidate.key === key);
  return template === undefined ? null : <TryMessage template={template} />;
}
