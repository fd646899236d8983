/**
 * Sends Segment-style calls from a JSONL file to Tendril's intake in batches, as any Segment client would.
 *
 *   node demo/send-events.mjs --key <write key> --url http://127.0.0.1:4500 [--fresh] demo/events.jsonl
 *
 * `--fresh` moves the times of all events so that the newest one happens now: the file's own times lie in the past.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

const BATCH = 100;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { key: { type: 'string' }, url: { type: 'string' }, fresh: { type: 'boolean', default: false } },
});
const file = positionals[0];
if (values.key === undefined || values.url === undefined || file === undefined) {
  process.stderr.write('Usage: node demo/send-events.mjs --key <write key> --url <address of Tendril> [--fresh] <file.jsonl>\n');
  process.exit(2);
}

const calls = (await readFile(file, 'utf8'))
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line));
const shift = values.fresh ? Date.now() - Math.max(...calls.map((call) => Date.parse(call.timestamp))) : 0;
const batches = Array.from({ length: Math.ceil(calls.length / BATCH) }, (_, index) => calls.slice(index * BATCH, (index + 1) * BATCH));

for (const [index, batch] of batches.entries()) {
  const response = await fetch(new URL('/v1/batch', values.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${Buffer.from(`${values.key}:`).toString('base64')}` },
    body: JSON.stringify({
      batch: batch.map((call) => ({ ...call, timestamp: new Date(Date.parse(call.timestamp) + shift).toISOString() })),
    }),
  });
  if (!response.ok) {
    process.stderr.write(`Batch ${index + 1} was refused with ${response.status}: ${await response.text()}\n`);
    process.exit(1);
  }
  process.stdout.write(`\r${Math.min((index + 1) * BATCH, calls.length)} of ${calls.length} events sent`);
}
process.stdout.write('\n');
