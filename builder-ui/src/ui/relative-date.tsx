import { useFormat } from '../i18n/format.ts';
import { useClockValue, useRealTimeValue } from './use-clock-value.ts';

interface RelativeDateProps {
  /** ISO 8601 in UTC, or ms since 1970. */
  readonly at: string | number;
}

/** An instant on the workspace's clock: relative up to a week, in full on hover, in the reader's zone. */
export function RelativeDate({ at }: RelativeDateProps) {
  const format = useFormat();
  const text = useClockValue((now) => format.when(at, now));
  return <Instant at={at} text={text} />;
}

/** The same for an instant of real time, such as an upload. */
export function RealDate({ at }: RelativeDateProps) {
  const format = useFormat();
  const text = useRealTimeValue((now) => format.when(at, now));
  return <Instant at={at} text={text} />;
}

/** An instant, or a dash where there is none. */
export function OptionalDate({ at }: { readonly at: string | null }) {
  return at === null ? <span className="muted">–</span> : <RelativeDate at={at} />;
}

function Instant({ at, text }: RelativeDateProps & { readonly text: string }) {
  const format = useFormat();
  return (
    <time className="num" dateTime={new Date(at).toISOString()} title={format.exact(at)}>
      {text}
    </time>
  );
}
