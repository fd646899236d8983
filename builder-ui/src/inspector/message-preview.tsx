import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DocumentNode } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { useEditor } from '../canvas/editor.ts';
import { TemplatePreviewPane } from '../pages/messages/template-preview-pane.tsx';
import { formFieldsOf } from './form-fields.ts';
import css from './inspector.module.css';

/** What the step's message looks like, for steps that send one. */
export function MessagePreview({ node }: { readonly node: DocumentNode }) {
  const { t } = useTranslation('canvas');
  const { types } = useEditor();
  const definition = types.get(node.kind);
  const field = definition && formFieldsOf(definition).find(({ hint }) => hint === 'template-email' || hint === 'template-wecom');
  const key = field && node.config[field.key];
  const { data = [] } = useQuery(useTRPC().messages.templates.queryOptions(undefined, { enabled: field !== undefined, staleTime: 30_000 }));
  const template = data.find((candidate) => candidate.key === key);
  if (template === undefined) return null;
  return (
    <section className={css['section']} aria-label={t('preview.title')}>
      <h3>
        {t('preview.title')}
        <Link to="/templates" className={css['link']}>
          {t('preview.edit')}
        </Link>
      </h3>
      <TemplatePreviewPane draft={template} />
    </section>
  );
}
