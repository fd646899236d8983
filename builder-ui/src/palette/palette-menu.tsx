import { useClickOutside } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeStep } from '../canvas/actions/place-step.ts';
import { currentDocument, edit, useEditor, useView } from '../canvas/editor.ts';
import { FamilyIcon } from '../canvas/family-icon.tsx';
import { focusCanvas } from '../canvas/focus-canvas.ts';
import type { Gesture } from '../canvas/view-store.ts';
import { connect } from '../document/commands/connect.ts';
import { nameOf, portsOf, summaryOf } from '../document/ports-of.ts';
import { findNode } from '../document/walk.ts';
import { useLocale } from '../i18n/format.ts';
import css from './palette-menu.module.css';
import { type PaletteOption, paletteOptions, wayOfPlace } from './palette-options.ts';

type Choosing = Extract<Gesture, { at: 'choosing' }>;

const MENU_HEIGHT = 340;
const MENU_WIDTH = 280;

/** Beside the pointer, but inside the window. */
const inside = ({ left, top }: Choosing['screen']) => ({
  left: Math.max(8, Math.min(left, window.innerWidth - MENU_WIDTH - 8)),
  top: Math.max(8, Math.min(top, window.innerHeight - MENU_HEIGHT - 8)),
});

/** Which way is being continued, where the step has more than one. */
function useWayLabel(place: Choosing['place']): string | null {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const way = wayOfPlace(place);
  const node = way && findNode(currentDocument(editor), way.node);
  if (!way || !node) return null;
  const ports = portsOf(node, editor.types);
  const port = ports.find(({ id }) => id === way.port);
  return ports.length > 1 && port ? t('palette.after', { step: nameOf(node, editor.types, locale), way: port.label[locale] }) : null;
}

/** One line of the list: a type with its help, or a drawn step that the way goes on at. */
function OptionFace({ option }: { readonly option: PaletteOption }) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const { types } = useEditor();
  const definition = option.is === 'type' ? option.definition : types.get(option.node.kind);
  const title = option.is === 'type' ? option.definition.title[locale] : t('palette.goOnAt', { step: nameOf(option.node, types, locale) });
  const below = option.is === 'type' ? option.definition.help[locale] : (summaryOf(option.node, types, locale) ?? t('face.unfinished'));
  return (
    <>
      <FamilyIcon family={definition?.family ?? 'logic'} icon={definition?.icon ?? ''} size={24} />
      <span>
        <b>{title}</b>
        <small>{below}</small>
      </span>
    </>
  );
}

function Menu({ choosing }: { readonly choosing: Choosing }) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const list = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const { place, screen } = choosing;
  const found = paletteOptions(place, query, currentDocument(editor), editor.types, locale);
  const way = useWayLabel(place);
  const close = () => {
    editor.view.setGesture({ at: 'idle' });
    focusCanvas();
  };
  const box = useClickOutside(() => editor.view.setGesture({ at: 'idle' }), ['pointerdown']);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const choose = (option: PaletteOption | undefined) => {
    if (option === undefined) return;
    if (option.is === 'type') placeStep(editor, option.definition.kind, place);
    else {
      edit(editor, { name: 'connect' }, (document) => connect(document, option.from, option.node.id, editor.types));
      editor.view.select([option.from.node]);
    }
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (steps !== undefined) {
      event.preventDefault();
      setActive((active + steps + found.length) % Math.max(1, found.length));
    }
    if (event.key === 'Enter') choose(found[active]);
    if (event.key === 'Escape') close();
    if (event.key === 'Tab') event.preventDefault();
  };
  return (
    <div
      ref={box}
      className={css['menu']}
      style={inside(screen)}
      role="dialog"
      aria-label={t(place.at === 'replace' ? 'palette.replace' : 'palette.label')}
    >
      <input
        ref={input}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found[active] ? `${list}-${active}` : undefined}
        aria-label={t('palette.search')}
        placeholder={t(place.at === 'replace' ? 'palette.replace' : 'palette.placeholder')}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {way && <p className={css['way']}>{way}</p>}
      <div id={list} role="listbox" aria-label={t('palette.label')} className={css['list']}>
        {found.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field that owns this list
          <div
            key={option.is === 'type' ? option.definition.kind : `step ${option.node.id}`}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={css['option']}
            ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onPointerMove={() => setActive(index)}
            onClick={() => choose(option)}
          >
            <OptionFace option={option} />
          </div>
        ))}
        {found.length === 0 && <p className="muted">{t('palette.none', { query })}</p>}
      </div>
    </div>
  );
}

/** The palette beside a `+`, the chosen step or the pointer: typing filters, Enter puts the step there. */
export function PaletteMenu() {
  const gesture = useView((view) => view.gesture);
  return gesture.at === 'choosing' ? <Menu key={`${gesture.screen.left} ${gesture.screen.top}`} choosing={gesture} /> : null;
}
