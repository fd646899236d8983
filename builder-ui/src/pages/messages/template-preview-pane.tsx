import { Alert, Loader } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPCClient } from '../../api/trpc.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { useSentence } from '../../ui/use-sentence.ts';
import type { TemplatePreview } from './message-answers.ts';
import css from './messages.module.css';
import { previewDocument } from './preview-document.ts';
import type { TemplateDraft } from './template-draft.ts';

/** How long typing must rest before the preview is made anew, in ms. */
const REST = 400;

/** What a lead would get, rendered by the code that sends: the one with the id, or a made-up one. */
export function TemplatePreviewPane({ draft, leadId }: { readonly draft: TemplateDraft; readonly leadId?: string }) {
  const { t } = useTranslation('messages');
  const client = useTRPCClient();
  const [{ channel, subject, body }] = useDebouncedValue(draft, REST);
  const query = useQuery({
    queryKey: ['template-preview', channel, subject, body, leadId ?? null],
    queryFn: () => client.messages.previewTemplate.mutate({ channel, subject, body, ...(leadId === undefined ? {} : { leadId }) }),
    enabled: body.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
  });
  return (
    <section className={css['preview']} aria-label={t('preview.title')}>
      <p className="muted" style={{ margin: 0 }}>
        {t(leadId === undefined ? 'preview.title' : 'preview.titleFor')} {query.isFetching ? <Loader size={12} /> : null}
      </p>
      {body.trim() === '' ? <p className="muted">{t('preview.nothing')}</p> : null}
      {query.error === null ? null : <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isLoading ? <SkeletonLines count={8} height={18} /> : null}
      {query.data === undefined || body.trim() === '' ? null : <Rendered preview={query.data} channel={channel} />}
    </section>
  );
}

function Rendered({ preview, channel }: { readonly preview: TemplatePreview; readonly channel: TemplateDraft['channel'] }) {
  const { t } = useTranslation('messages');
  const sentence = useSentence('messages:reason');
  if (preview.problems.length > 0)
    return (
      <Alert color="red" title={t('preview.problems')} role="status">
        <ul className={css['problems']}>
          {preview.problems.map((problem) => (
            <li key={sentence(problem)}>
              {typeof problem.params['line'] === 'number' ? t('preview.line', { line: problem.params['line'] }) : null} {sentence(problem)}
            </li>
          ))}
        </ul>
      </Alert>
    );
  if (channel === 'wecom' || preview.html === null) return <div className={css['bubble']}>{preview.text}</div>;
  return (
    <>
      <p className={css['previewSubject']}>
        <span className="muted">{t('template.subject')}</span> <b>{preview.subject}</b>
      </p>
      <iframe className={css['frame']} title={t('preview.frame')} sandbox="" referrerPolicy="no-referrer" srcDoc={previewDocument(preview.html)} />
    </>
  );
}
