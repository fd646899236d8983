import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import { useSession } from '../../shell/session-context.ts';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { useSearchText } from '../../ui/use-search-text.ts';
import type { Template } from './message-answers.ts';
import css from './messages.module.css';
import { TemplateEditor } from './template-editor.tsx';

/** Stands in the address for a template that does not exist yet; no key may begin with a plus. */
const NEW = '+';

const BLANK: Template = { key: '', channel: 'email', name: '', subject: '', body: '', variables: [], updatedAt: '' };

/** The texts that journeys send: a list, an editor and what the lead will see. */
export function TemplatesPage() {
  const { t } = useTranslation(['messages', 'shell']);
  const { role } = useSession();
  const mayWrite = role === 'marketer' || role === 'admin';
  const [chosen, choose] = useSearchText('template');
  const query = useQuery(useTRPC().messages.templates.queryOptions());
  return (
    <>
      <PageHeader
        title={t('shell:page.templates')}
        actions={
          mayWrite ? (
            <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => choose(NEW)}>
              {t('template.new')}
            </Button>
          ) : null
        }
      />
      <Loaded query={query} skeleton={<TemplatesSkeleton />}>
        {(templates) => {
          if (templates.length === 0 && chosen !== NEW)
            return (
              <EmptyNotice
                title={t('template.emptyTitle')}
                action={mayWrite ? <Button onClick={() => choose(NEW)}>{t('template.new')}</Button> : undefined}
              >
                {t('template.emptyText')}
              </EmptyNotice>
            );
          const open = chosen === NEW ? BLANK : (templates.find(({ key }) => key === chosen) ?? templates[0] ?? BLANK);
          return (
            <div className={css['templates']}>
              <TemplateList templates={templates} open={open.key} onOpen={choose} />
              <TemplateEditor key={open.key} template={open} takenKeys={templates.map(({ key }) => key)} mayWrite={mayWrite} onSaved={choose} />
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

interface TemplateListProps {
  readonly templates: readonly Template[];
  readonly open: string;
  readonly onOpen: (key: string) => void;
}

function TemplateList({ templates, open, onOpen }: TemplateListProps) {
  const { t } = useTranslation(['messages', 'leads']);
  return (
    <nav className={css['list']} aria-label={t('template.list')}>
      {templates.map(({ key, name, channel }) => (
        <button key={key} type="button" className={css['item']} aria-current={key === open} onClick={() => onOpen(key)}>
          <b>{name}</b>
          <small>
            {t(`leads:channel.${channel}`)} · {key}
          </small>
        </button>
      ))}
    </nav>
  );
}

function TemplatesSkeleton() {
  return (
    <div className={css['templates']}>
      <div className={css['list']}>
        <SkeletonLines count={5} height={28} />
      </div>
      <div className={css['editor']}>
        <SkeletonLines count={8} height={22} />
        <SkeletonLines count={8} height={22} />
      </div>
    </div>
  );
}
