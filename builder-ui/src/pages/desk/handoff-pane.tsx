import { Alert, Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../ui/key-hint.tsx';
import css from './desk.module.css';
import type { Disposition, Handoff } from './desk-answers.ts';
import { DispositionList } from './disposition-list.tsx';
import { type Findings, FindOut, type FindOutHandle } from './find-out.tsx';
import { HandoffScore } from './handoff-score.tsx';
import { HandoffTimeline } from './handoff-timeline.tsx';
import { LeadHead } from './lead-head.tsx';
import { WhyNow } from './why-now.tsx';

interface HandoffPaneProps {
  readonly handoff: Handoff;
  readonly dispositions: readonly Disposition[];
  /** The role may accept and conclude. */
  readonly mayWork: boolean;
  readonly accepting: boolean;
  readonly disposing: string | null;
  readonly findOut: Ref<FindOutHandle>;
  readonly onAccept: () => void;
  readonly onDispose: (disposition: Disposition) => void;
  readonly onSave: (findings: Findings) => Promise<unknown>;
}

/** One hand-off: the lead and the reasons in the middle, findings and conclusions on the right. */
export function HandoffPane(props: HandoffPaneProps) {
  const { t } = useTranslation('desk');
  const { handoff, dispositions, mayWork, accepting, disposing, onAccept } = props;
  const working = mayWork && handoff.status === 'accepted' && handoff.mine;
  return (
    <>
      <section className={css['middle']} aria-label={t('lead')}>
        <LeadHead handoff={handoff}>
          {handoff.status === 'open' ? (
            <Button onClick={onAccept} loading={accepting} disabled={!mayWork} aria-keyshortcuts="A">
              {t('accept')}
              <KeyHint>A</KeyHint>
            </Button>
          ) : null}
        </LeadHead>
        <Belongs handoff={handoff} mayWork={mayWork} />
        <WhyNow handoff={handoff} />
        <HandoffScore handoff={handoff} />
        <HandoffTimeline handoff={handoff} />
      </section>
      <aside className={css['side']} aria-label={t('conclusion')}>
        <FindOut key={`${handoff.id} ${working}`} ref={props.findOut} handoff={handoff} editable={working} save={props.onSave} />
        <DispositionList
          dispositions={dispositions}
          chosen={disposing ?? handoff.disposition}
          enabled={working && disposing === null}
          onChoose={props.onDispose}
        />
      </aside>
    </>
  );
}

/** Says why one cannot work on it, if so. */
function Belongs({ handoff, mayWork }: { readonly handoff: Handoff; readonly mayWork: boolean }) {
  const { t } = useTranslation('desk');
  const text = !mayWork
    ? t('readOnly')
    : handoff.status === 'accepted' && !handoff.mine
      ? t('taken', { by: handoff.assignee ?? t('somebody') })
      : null;
  if (text === null) return null;
  return (
    <Alert color="gray" variant="light" icon={<IconUserCheck size={16} />} p="xs">
      {text}
    </Alert>
  );
}
