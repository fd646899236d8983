/** A call that anybody can paste into a terminal to see an event arrive: one event by Segment's `track`. */
export function curlExample({ origin, key }: { readonly origin: string; readonly key: string }): string {
  const event = {
    userId: 'u-1001',
    event: 'Price Requested',
    messageId: 'try-1',
    context: { traits: { email: 'li.wei@example.com', name: 'Li Wei' } },
  };
  return [`curl ${origin}/v1/track \\`, `  -u '${key}:' \\`, "  -H 'content-type: application/json' \\", `  -d '${JSON.stringify(event)}'`].join(
    '\n',
  );
}
