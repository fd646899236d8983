import { Button } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compareVersions, lostSteps } from '../canvas/compare-versions.ts';
import { useDocument, useEditor } from '../canvas/editor.ts';
import { downloadJourney } from '../canvas/journey-file.ts';
import { type KeptDraft, keepDraft, keptDraft } from '../document/kept-draft.ts';
import { useSession } from '../shell/session-context.ts';
import { holderOf, useSeats } from './seats.ts';
import css from './together.module.css';

/** Shows on the canvas how the draft differs from what was drawn here, while it is asked for. */
function useShownDifference(kept: KeptDraft | null, shown: boolean): void {
  const { live } = useEditor();
  const draft = useDocument((document) => document);
  useEffect(() => {
    if (!shown || kept === null) return;
    live.setState({ difference: compareVersions(draft, kept.document), lost: lostSteps(draft, kept.document) });
    return () => live.setState({ difference: null, lost: [] });
  }, [live, draft, kept, shown]);
}

/**
 * For whoever lost the pen before everything was saved: what was drawn is still in this browser, to compare, copy or throw away.
 * Whoever gets the pen back finds it in the drawing again.
 */
export function KeptNotice({ hadPen }: { readonly hadPen: boolean }) {
  const { t } = useTranslation('together');
  const { journeyId, readOnly } = useEditor();
  const seats = useSeats();
  const { user } = useSession();
  const [kept, setKept] = useState<KeptDraft | null>(null);
  const [comparing, setComparing] = useState(false);
  // What another tab of the same person is just drawing is not lost.
  const looks = readOnly && seats.pen === 'elsewhere' && (hadPen || holderOf(seats)?.userId !== user.id);
  useEffect(() => {
    const look = () => {
      const now = looks ? keptDraft(window.localStorage, journeyId) : null;
      setKept((before) => (before?.basedOn === now?.basedOn && before !== null && now !== null ? before : now));
    };
    look();
    const timer = window.setInterval(look, 2_000);
    return () => window.clearInterval(timer);
  }, [journeyId, looks]);
  useShownDifference(kept, comparing);
  if (kept === null) return null;
  return (
    <section className={css['bar']} aria-label={t('kept.label')} data-testid="kept">
      <IconDeviceFloppy size={17} aria-hidden />
      <p role="status">{t('kept.text')}</p>
      <Button size="compact-sm" variant="default" aria-pressed={comparing} onClick={() => setComparing(!comparing)}>
        {t('kept.compare')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => downloadJourney(kept.document)}>
        {t('kept.download')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        onClick={() => {
          keepDraft(window.localStorage, journeyId, null);
          setKept(null);
        }}
      >
        {t('kept.discard')}
      </Button>
    </section>
  );
}
