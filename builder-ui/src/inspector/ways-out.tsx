import type { NodeId } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import { useDocument, useEditor, useView } from '../canvas/editor.ts';
import { useRealCount } from '../canvas/live-store.ts';
import { useOpenLeads } from '../canvas/use-panels.ts';
import { portsOf } from '../document/ports-of.ts';
import { useFormat } from '../i18n/format.ts';
import css from './inspector.module.css';

/** How many leads left the step by each way, within the chosen period; each number opens the leads it counts. */
export function WaysOut({ node }: { readonly node: NodeId }) {
  const { t } = useTranslation('tryout');
  const format = useFormat();
  const { types } = useEditor();
  const step = useDocument((document) => document.nodes.find(({ id }) => id === node));
  const period = useView((view) => view.period);
  const count = useRealCount(node);
  const openLeads = useOpenLeads();
  const left = Object.values(count?.left ?? {}).reduce((sum, each) => sum + each, 0);
  if (step === undefined || count === undefined || left === 0) return null;
  const title = period === null ? t('through.title') : t('through.titleIn', { period: t(`period.${period}`) });
  return (
    <section className={css['section']} aria-label={title} data-testid="ways-out">
      <h3>{title}</h3>
      {portsOf(step, types).map(({ id, label }) => {
        const leads = count.left[id] ?? 0;
        const words = { way: label[format.locale], formatted: format.count(leads), share: format.percent(leads / left) };
        return (
          <div key={id} className={css['box']}>
            <span className="num">{t('through.one', words)}</span>
            {leads > 0 && (
              <button type="button" aria-label={t('through.showBy', words)} onClick={() => openLeads(node, 'through', id)}>
                {t('through.show')}
              </button>
            )}
          </div>
        );
      })}
    </section>
  );
}
