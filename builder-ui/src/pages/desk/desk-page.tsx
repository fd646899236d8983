import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import { useSession } from '../../shell/session-context.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import css from './desk.module.css';
import type { Disposition } from './desk-answers.ts';
import type { DeskCommand } from './desk-command.ts';
import type { FindOutHandle } from './find-out.tsx';
import { HandoffPane } from './handoff-pane.tsx';
import { DeskLesson, InboxEmpty } from './inbox-empty.tsx';
import { InboxList, InboxSkeleton } from './inbox-list.tsx';
import { InboxTabs } from './inbox-tabs.tsx';
import { useDeskKeys } from './use-desk-keys.ts';
import { useHandoffWork } from './use-handoff-work.ts';
import { useInbox } from './use-inbox.ts';

/** The SDR's inbox: one ranked list, one lead at a time, and a key for everything. */
export function DeskPage() {
  const { t } = useTranslation(['desk', 'shell']);
  const format = useFormat();
  const inbox = useInbox();
  const dispositions = useQuery(useTRPC().desk.dispositions.queryOptions(undefined, { staleTime: 60_000 })).data ?? [];
  const { counts } = inbox.query.data ?? {};
  const chips = counts && (
    <span className="chip num">
      {t('counts', { open: format.count(counts.open), mine: format.count(counts.mine), overdue: format.count(counts.overdue) })}
    </span>
  );
  return (
    <>
      <PageHeader title={t('shell:page.desk')} chips={chips} />
      <div className={css['desk']} data-chosen={inbox.chosen}>
        <div className={css['inbox']}>
          <InboxTabs tab={inbox.tab} counts={counts} onTab={inbox.openTab} />
          <div className={css['scroll']}>
            <Loaded query={inbox.query} skeleton={<InboxSkeleton />}>
              {({ rows }) =>
                rows.length === 0 ? (
                  <InboxEmpty tab={inbox.tab} />
                ) : (
                  <InboxList tab={inbox.tab} rows={rows} selected={inbox.selected} dispositions={dispositions} />
                )
              }
            </Loaded>
          </div>
          <p className={css['keys']}>{t('keys')}</p>
        </div>
        <Chosen inbox={inbox} dispositions={dispositions} />
      </div>
    </>
  );
}

/** The hand-off that is chosen, and what the keys do to it. */
function Chosen({ inbox, dispositions }: { readonly inbox: ReturnType<typeof useInbox>; readonly dispositions: readonly Disposition[] }) {
  const { t } = useTranslation('desk');
  const { role } = useSession();
  const mayWork = role === 'sdr' || role === 'admin';
  const findOut = useRef<FindOutHandle>(null);
  const trpc = useTRPC();
  const { selected } = inbox;
  const query = useQuery(trpc.desk.get.queryOptions({ id: selected ?? '' }, { enabled: selected !== undefined, refetchInterval: 10_000 }));
  const work = useHandoffWork({
    onAccepted: (id) => inbox.open('mine', id),
    onDisposed: () => inbox.open(inbox.tab, inbox.following),
  });
  const handoff = query.data;

  const accept = () => {
    // Fingers are faster than networks: the row is known before the whole hand-off is.
    const known = handoff ?? inbox.rows.find((row) => row.id === selected);
    if (known?.status === 'open' && mayWork) work.accept(known.id);
  };
  const dispose = async (disposition: Disposition | undefined) => {
    if (disposition === undefined || handoff?.status !== 'accepted' || !handoff.mine || !mayWork) return;
    const findings = await findOut.current?.settle();
    work.dispose(handoff.id, disposition, findings?.note ?? handoff.note);
  };
  const obey = (command: DeskCommand) => {
    switch (command.do) {
      case 'move':
        return inbox.move(command.by);
      case 'accept':
        return accept();
      case 'note':
        return findOut.current?.focusNote();
      case 'dispose':
        return void dispose(dispositions[command.index]);
    }
  };
  useDeskKeys(obey);

  if (selected === undefined) return <DeskLesson />;
  return (
    <div className={css['work']}>
      <Link to="/desk" search={(before: Record<string, unknown>) => before} className={css['back']}>
        {t('back')}
      </Link>
      <Loaded query={query} skeleton={<PaneSkeleton />}>
        {(loaded) => (
          <HandoffPane
            handoff={loaded}
            dispositions={dispositions}
            mayWork={mayWork}
            accepting={work.accepting}
            disposing={work.disposing}
            findOut={findOut}
            onAccept={accept}
            onDispose={(disposition) => void dispose(disposition)}
            onSave={(findings) => work.saveNotes(loaded.id, findings)}
          />
        )}
      </Loaded>
    </div>
  );
}

function PaneSkeleton() {
  return (
    <>
      <div className={css['middle']}>
        <SkeletonLines count={2} height={22} />
        <SkeletonLines count={5} height={18} />
        <SkeletonLines count={6} height={18} />
      </div>
      <div className={css['side']}>
        <SkeletonLines count={6} height={28} />
      </div>
    </>
  );
}
