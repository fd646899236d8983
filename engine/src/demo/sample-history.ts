/**
 * The end of the sample data. The demo's clock begins here, and the dates of sample events count back from here: sent at
 * any moment of the demo they are as recent as they were when the sample was written, or a tour that takes ten minutes
 * (two months on the demo's clock) would show nothing but stale leads.
 */
export const SAMPLE_END = Date.UTC(2026, 10, 20, 9);

/**
 * When an event that happened long before it was sent happened on the demo's clock.
 * @param event.written the event's own date, real ms
 * @param event.age real ms between its date and its sending
 * @param now workspace time in ms
 */
export const demoInstant = ({ written, age }: { readonly written: number; readonly age: number }, now: number): number =>
  now - (written <= SAMPLE_END ? SAMPLE_END - written : age);
