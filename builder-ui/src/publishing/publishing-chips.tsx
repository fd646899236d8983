import { useTranslation } from 'react-i18next';
import { useEditor } from '../canvas/editor.ts';
import { useFormat } from '../i18n/format.ts';
import css from './publishing.module.css';
import { type Publication, useFollowPublishing, usePublishing } from './use-publishing.ts';

const TONES = { requested: 'warn', reset: 'warn', scheduled: 'live', declined: 'bad', refused: 'bad' } as const;

function useWords(): (publication: Publication) => string {
  const { t } = useTranslation('publishing');
  const format = useFormat();
  return ({ status, goLiveAt, mayDecide }) => {
    if (status === 'scheduled' && goLiveAt !== null) return t('chip.scheduled', { at: format.short(goLiveAt) });
    return t(mayDecide ? 'chip.decide' : `chip.${status}`);
  };
}

/** In the header: what of this journey waits for its time or a second person, and what is on trial. Opens the versions. */
export function PublishingChips({ journeyId }: { readonly journeyId: string }) {
  const { t } = useTranslation('publishing');
  const editor = useEditor();
  const wordsOf = useWords();
  const { data } = usePublishing(journeyId);
  useFollowPublishing(journeyId, data);
  const open = () => editor.view.setState({ panel: 'versions' });
  const { publication, trial } = data ?? {};
  return (
    <>
      {publication && (
        <button
          type="button"
          className={`chip ${css['chip'] ?? ''}`}
          data-tone={TONES[publication.status]}
          data-testid="publication-chip"
          onClick={open}
        >
          {wordsOf(publication)}
        </button>
      )}
      {trial && (
        <button
          type="button"
          className={`chip ${css['chip'] ?? ''}`}
          data-tone={trial.status === 'stopped' ? 'bad' : 'live'}
          data-testid="trial-chip"
          onClick={open}
        >
          {t(`chip.trial-${trial.status}`, { version: trial.version, percent: trial.percent })}
        </button>
      )}
    </>
  );
}
