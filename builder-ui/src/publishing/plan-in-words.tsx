import type { MovePlan } from '@tendril/journey/versions';
import { useTranslation } from 'react-i18next';
import { useDocument, useEditor } from '../canvas/editor.ts';
import { nameOf } from '../document/ports-of.ts';
import { useLocale } from '../i18n/format.ts';
import { keyOf } from './move-choices.ts';
import css from './publishing.module.css';

/** What was chosen for the leads inside, step by step; nothing but a sentence if all of them stay. */
export function PlanInWords({ plan }: { readonly plan: MovePlan }) {
  const { t } = useTranslation('publishing');
  const locale = useLocale();
  const { types } = useEditor();
  const nodes = useDocument((document) => document.nodes);
  const called = (id: string): string => {
    const node = nodes.find((one) => one.id === id);
    return node === undefined ? t('chosen.gone') : nameOf(node, types, locale);
  };
  const chosen = Object.entries(plan.steps).filter(([, choice]) => choice.do !== 'finish');
  if (chosen.length === 0 && plan.rest.do === 'finish') return <p className="muted">{t('chosen.none')}</p>;
  return (
    <>
      <p>{t('chosen.title')}</p>
      <ul className={css['changes']}>
        {chosen.map(([id, choice]) => (
          <li key={id}>{t('chosen.step', { step: called(id), choice: t(`choice.${keyOf(choice)}`) })}</li>
        ))}
        {plan.rest.do !== 'finish' && <li>{t('chosen.step', { step: t('plan.rest'), choice: t(`choice.${keyOf(plan.rest)}`) })}</li>}
      </ul>
    </>
  );
}
