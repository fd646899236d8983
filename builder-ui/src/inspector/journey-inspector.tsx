import { useTranslation } from 'react-i18next';
import { useDocument, useEditor } from '../canvas/editor.ts';
import { useCounts } from '../canvas/live-store.ts';
import { useOpenLeads } from '../canvas/use-panels.ts';
import { useFormat } from '../i18n/format.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import css from './inspector.module.css';

/** What stands in the inspector while no step is chosen: the journey's numbers, or how to begin. */
export function JourneyInspector() {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  const { readOnly } = useEditor();
  const steps = useDocument((document) => document.nodes.length);
  const name = useDocument((document) => document.name);
  const counts = useCounts();
  const openLeads = useOpenLeads();
  return (
    <>
      <header className={css['head']}>
        <div className={css['names']}>
          <h2>{name}</h2>
          <span className="muted num">{t('inspector.steps', { count: steps, formatted: format.count(steps) })}</span>
        </div>
      </header>
      {counts && (
        <>
          <div className={css['stats']}>
            <div>
              <b className="num">{format.count(counts.entered)}</b>
              <span>{t('stats.entered')}</span>
            </div>
            <div>
              <b className="num">{format.count(counts.inNow)}</b>
              <span>{t('stats.inNow')}</span>
            </div>
            <div>
              <b className="num">{format.count(counts.ended)}</b>
              <span>{t('stats.ended')}</span>
            </div>
          </div>
          {counts.waiting > 0 && (
            <div className={css['box']}>
              <span>{t('stats.waiting', { count: counts.waiting, formatted: format.count(counts.waiting) })}</span>
            </div>
          )}
          <div className={css['box']}>
            <span>{t('stats.leads')}</span>
            <button type="button" onClick={() => openLeads(null)}>
              {t('waits.show')}
            </button>
          </div>
        </>
      )}
      <p className={css['hint']}>{t(readOnly ? 'inspector.pickToRead' : 'inspector.pick')}</p>
      {!readOnly && (
        <p className={css['hint']}>
          <KeyHint>Tab</KeyHint> {t('inspector.keyAdd')} · <KeyHint>?</KeyHint> {t('inspector.keyAll')}
        </p>
      )}
    </>
  );
}
