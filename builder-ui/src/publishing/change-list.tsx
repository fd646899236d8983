import { diff } from '@tendril/journey/compile';
import type { JourneyDocument } from '@tendril/journey/model';
import { render } from '@tendril/journey/sentences';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../canvas/editor.ts';
import { useLocale } from '../i18n/format.ts';
import css from './publishing.module.css';

/** What is another in the newer of two drawings, in sentences. */
export function ChangeList({ before, after }: { readonly before: JourneyDocument; readonly after: JourneyDocument }) {
  const { t } = useTranslation('publishing');
  const { types } = useEditor();
  const locale = useLocale();
  const said = useMemo(
    () => diff(before, after, { nodeTypes: types, locale }).map(({ sentence }) => render(sentence, locale)),
    [before, after, types, locale],
  );
  if (said.length === 0) return <p className="muted">{t('changes.none')}</p>;
  return (
    <ul className={css['changes']} data-testid="changes">
      {said.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
