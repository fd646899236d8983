import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.tsx';
import type { ImportPreview } from './import-answers.ts';
import css from './imports.module.css';

const LINES = 6;

/** The beginning of the file as it is read now, to see at a glance whether the encoding is right. */
export function FirstLines({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation('imports');
  return (
    <Card title={t('preview.lines')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={css['scroll']} tabIndex={0} aria-label={t('preview.lines')}>
        <table className={css['lines']}>
          <thead>
            <tr>
              {preview.columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.slice(0, LINES).map((cells, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file are told apart by their place only
              <tr key={line}>
                {preview.columns.map(({ name }, column) => (
                  <td key={name}>{cells[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}
