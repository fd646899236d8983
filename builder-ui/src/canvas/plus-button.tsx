import { IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { focusCanvas } from './focus-canvas.ts';
import type { ScreenPoint } from './view-store.ts';

interface PlusButtonProps {
  /** The step whose way out this is. */
  readonly of: string;
  readonly label: string;
  readonly className: string | undefined;
  /** Whether Tab stops here; arrows reach it anyway. */
  readonly reachable: boolean;
  /** Told where the palette shall open. */
  readonly onPress: (screen: ScreenPoint) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Arrows go to the other ways out of the same step, Escape back to the canvas. */
function onKeyDown(event: KeyboardEvent<HTMLButtonElement>, of: string): void {
  const by = STEPS[event.key];
  if (event.key === 'Escape') {
    event.stopPropagation();
    focusCanvas();
  } else if (by !== undefined) {
    event.preventDefault();
    event.stopPropagation();
    const brothers = plusesOf(of);
    brothers[(brothers.indexOf(event.currentTarget) + by + brothers.length) % brothers.length]?.focus();
  }
}

const plusesOf = (step: string): readonly HTMLButtonElement[] => [
  ...document.querySelectorAll<HTMLButtonElement>(`[data-plus="${CSS.escape(step)}"]`),
];

/** Gives the keyboard to the first `+` after a step; with none chosen, to the first of the canvas. */
export function focusPlus(step: string | undefined): void {
  const first = step === undefined ? document.querySelector<HTMLButtonElement>('[data-plus]') : plusesOf(step)[0];
  first?.focus();
}

/** The `+` on a connection or at an open end. */
export function PlusButton({ of, label, className, reachable, onPress }: PlusButtonProps) {
  return (
    <button
      type="button"
      className={`${className ?? ''} nodrag nopan`}
      data-plus={of}
      tabIndex={reachable ? 0 : -1}
      aria-label={label}
      onClick={(event) => {
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        onPress({ left, top: bottom + 6 });
      }}
      onKeyDown={(event) => onKeyDown(event, of)}
    >
      <IconPlus size={14} aria-hidden />
    </button>
  );
}
