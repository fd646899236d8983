import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import { useSession } from '../../shell/session-context.ts';
import { Card } from '../../ui/card.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { EditLead } from './edit-lead.tsx';
import { ExplainCard } from './explain-card.tsx';
import type { LeadDetail } from './lead-answers.ts';
import css from './leads.module.css';
import { MessagesCard } from './messages-card.tsx';
import { ConsentsCard, IdentitiesCard, RecordCard, TagsCard } from './record-cards.tsx';
import { RunsCard } from './runs-card.tsx';
import { ScoreCard } from './score-card.tsx';
import { ScoreText } from './score-text.tsx';
import { TimelineCard } from './timeline-card.tsx';

/** Everything known of one lead, and everything that happened to it. */
export function LeadPage() {
  const { t } = useTranslation(['leads', 'shell']);
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(useTRPC().leads.get.queryOptions({ id }, { refetchInterval: 5_000 }));
  const lead = query.data;
  return (
    <>
      <PageHeader
        title={lead?.name ?? t('nameless')}
        parent={{ to: '/leads', label: t('shell:page.leads') }}
        chips={
          lead === undefined ? null : (
            <>
              <span className="muted">{[lead.title, lead.company].filter(Boolean).join(' · ')}</span>
              <ScoreText score={lead.score} grade={lead.grade} />
            </>
          )
        }
      />
      <Page>
        <Loaded query={query} skeleton={<LeadSkeleton />}>
          {(loaded) => <LeadColumns lead={loaded} />}
        </Loaded>
      </Page>
    </>
  );
}

function LeadColumns({ lead }: { readonly lead: LeadDetail }) {
  const { role } = useSession();
  const mayWrite = role === 'marketer' || role === 'admin';
  const [editing, setEditing] = useState(false);
  return (
    <div className={css['lead']}>
      <div className={css['column']}>
        <ScoreCard score={lead.scoreView} />
        <ExplainCard lead={lead} />
        <RunsCard runs={lead.runs} />
        <TimelineCard leadId={lead.id} />
      </div>
      <div className={css['column']}>
        <RecordCard lead={lead} onEdit={mayWrite ? () => setEditing(true) : null} />
        <IdentitiesCard lead={lead} />
        <ConsentsCard lead={lead} />
        <TagsCard lead={lead} />
        <MessagesCard lead={lead} />
      </div>
      {mayWrite ? <EditLead lead={lead} opened={editing} onClose={() => setEditing(false)} /> : null}
    </div>
  );
}

function LeadSkeleton() {
  return (
    <div className={css['lead']}>
      <div className={css['column']}>
        <Card>
          <SkeletonLines count={5} height={16} />
        </Card>
        <Card>
          <SkeletonLines count={8} height={16} />
        </Card>
      </div>
      <div className={css['column']}>
        <Card>
          <SkeletonLines count={8} />
        </Card>
      </div>
    </div>
  );
}
