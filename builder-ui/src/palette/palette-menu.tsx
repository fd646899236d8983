import { useClickOutside } from '@mantine/hooks';
import type { NodeDefinition } from '@tendril/journey/nodes';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeStep } from '../canvas/actions/place-step.ts';
import { useEditor, useView } from '../canvas/editor.ts';
import { FamilyIcon } from '../canvas/family-icon.tsx';
import { focusCanvas } from '../canvas/focus-canvas.ts';
import type { Gesture } from '../canvas/view-store.ts';
import { useLocale } from '../i18n/format.ts';
import { matchKinds } from './match-kinds.ts';
import css from './palette-menu.module.css';

type Choosing = Extract<Gesture, { at: 'choosing' }>;

const MENU_HEIGHT = 340;
const MENU_WIDTH = 280;

/** Beside the pointer, but inside the window. */
const inside = ({ left, top }: Choosing['screen']) => ({
  left: Math.max(8, Math.min(left, window.innerWidth - MENU_WIDTH - 8)),
  top: Math.max(8, Math.min(top, window.innerHeight - MENU_HEIGHT - 8)),
});

function Menu({ choosing }: { readonly choosing: Choosing }) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const list = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const { place, screen } = choosing;
  const fits = (definition: NodeDefinition) => definition.family !== 'entry' || (place.at === 'point' && place.from === undefined);
  const found = matchKinds(editor.types.all.filter(fits), query);
  const close = () => {
    editor.view.setGesture({ at: 'idle' });
    focusCanvas();
  };
  const box = useClickOutside(() => editor.view.setGesture({ at: 'idle' }), ['pointerdown']);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const choose = (definition: NodeDefinition | undefined) => {
    if (definition === undefined) return;
    placeStep(editor, definition.kind, place);
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
      <div id={list} role="listbox" aria-label={t('palette.label')} className={css['list']}>
        {found.map((definition, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field that owns this list
          <div
            key={definition.kind}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={css['option']}
            ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onPointerMove={() => setActive(index)}
            onClick={() => choose(definition)}
          >
            <FamilyIcon family={definition.family} icon={definition.icon} size={24} />
            <span>
              <b>{definition.title[locale]}</b>
              <small>{definition.help[locale]}</small>
            </span>
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
