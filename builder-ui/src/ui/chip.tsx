import type { ReactNode } from 'react';

export type Tone = 'plain' | 'live' | 'warn' | 'bad';

/** A small label. Its tone adds colour, never meaning of its own: the text says it all. */
export function Chip({ tone = 'plain', title, children }: { readonly tone?: Tone; readonly title?: string; readonly children: ReactNode }) {
  return (
    <span className="chip num" data-tone={tone} title={title}>
      {children}
    </span>
  );
}
