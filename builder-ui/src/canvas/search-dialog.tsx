import { Modal } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import css from './search-dialog.module.css';

/** One hit. */
export interface Hit {
  readonly id: string;
  readonly content: ReactNode;
  readonly run: () => void;
}

interface SearchDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly label: string;
  readonly placeholder: string;
  /** Hits of what was typed. */
  readonly search: (typed: string) => readonly Hit[];
  /** Told what was typed, where hits come from elsewhere. */
  readonly onType?: (typed: string) => void;
  readonly nothing: string;
}

function Search({ label, placeholder, search, onType, nothing, onClose }: Omit<SearchDialogProps, 'opened'>) {
  const list = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const hits = search(typed);
  useEffect(() => onType?.(typed), [typed, onType]);
  const run = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    onClose();
    hit.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setActive((active + by + hits.length) % Math.max(1, hits.length));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      run(hits[active]);
    }
  };
  return (
    <>
      <input
        className={css['input']}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={hits[active] ? `${list}-${active}` : undefined}
        aria-label={label}
        placeholder={placeholder}
        data-autofocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={label} className={css['hits']}>
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field that owns this list
          <div
            key={hit.id}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onPointerMove={() => setActive(index)}
            onClick={() => run(hit)}
          >
            {hit.content}
          </div>
        ))}
      </div>
      {hits.length === 0 && <p className={css['nothing']}>{nothing}</p>}
    </>
  );
}

/** Type, choose with the arrows, Enter: for steps, commands and leads. */
export function SearchDialog({ opened, ...rest }: SearchDialogProps) {
  return (
    // Gone at once: opened again in the same moment it must begin afresh, without what was typed before.
    <Modal.Root opened={opened} onClose={rest.onClose} size={520} yOffset="12vh" centered={false} padding={0} transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={rest.label}>
        <Modal.Body>
          <Search {...rest} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
