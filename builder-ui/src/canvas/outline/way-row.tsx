import { IconCornerDownRight, IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../document/ports-of.ts';
import { useLocale } from '../../i18n/format.ts';
import { edgeId } from '../document-to-flow.ts';
import { useEditor } from '../editor.ts';
import css from './outline.module.css';
import type { OutlineRow } from './outline-rows.ts';
import { walkRows } from './walk-rows.ts';

/** A way out as a line: Tab or Enter says what comes next on it, Delete lets it lead nowhere. */
export function WayRow({ row }: { readonly row: Extract<OutlineRow, { is: 'way' }> }) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const { view, readOnly } = useEditor();
  const line = useRef<HTMLDivElement>(null);
  const { from, port, to, depth } = row;
  const label = port.label[locale];
  const choose = () => {
    const { left = 0, bottom = 0 } = line.current?.getBoundingClientRect() ?? {};
    const place = to === null ? ({ at: 'port', node: from, port: port.id } as const) : ({ at: 'edge', from, port: port.id } as const);
    if (!readOnly) view.setGesture({ at: 'choosing', place, screen: { left: left + 12, top: bottom + 4 } });
  };
  return (
    <div
      ref={line}
      role="treeitem"
      aria-level={depth + 1}
      tabIndex={-1}
      className={css['way']}
      style={{ marginLeft: depth * 18 }}
      data-outline-row
      data-outline-way={`${from}:${port.id}`}
      data-open={to === null}
      onFocus={(event) => event.target === event.currentTarget && view.select(to === null ? [] : [edgeId({ from, port: port.id })])}
      onKeyDown={(event) => {
        if (walkRows(event)) return;
        const plain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
        if (!plain || event.target !== event.currentTarget || (event.key !== 'Tab' && event.key !== 'Enter')) return;
        event.preventDefault();
        choose();
      }}
    >
      <span>{label}</span>
      {to === null && <small>{t('outline.nowhere')}</small>}
      {!readOnly && (
        <button type="button" tabIndex={-1} aria-label={t('add.atPort', { port: label })} onClick={choose}>
          <IconPlus size={13} aria-hidden />
        </button>
      )}
    </div>
  );
}

/** The way goes on at a step that stands elsewhere: Enter goes there. */
export function GoesOnRow({ row }: { readonly row: Extract<OutlineRow, { is: 'goes-on' }> }) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const { types } = useEditor();
  const { at, depth } = row;
  const go = () => document.querySelector<HTMLElement>(`[data-outline-step="${CSS.escape(at.id)}"]`)?.focus();
  return (
    <div
      role="treeitem"
      aria-level={depth + 1}
      tabIndex={-1}
      className={css['way']}
      style={{ marginLeft: depth * 18 }}
      data-outline-row
      onClick={go}
      onKeyDown={(event) => {
        if (walkRows(event) || event.key !== 'Enter') return;
        event.preventDefault();
        go();
      }}
    >
      <IconCornerDownRight size={14} aria-hidden />
      {t('outline.goesOn', { step: nameOf(at, types, locale) })}
    </div>
  );
}
