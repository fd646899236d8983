import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import proto from '@temporalio/proto';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleWorkflows } from '../worker/create-workers.ts';
import { installQuietRuntime } from './support/quiet-runtime.ts';
import { startScriptedWorker } from './support/scripted-worker.ts';
import { shapes } from './support/shapes.ts';

const { History } = proto.temporal.api.history.v1;
/** An activity type as the recorded history spells it. */
const activityType = (name: string): string => `"name": "${name}"`;
const folder = fileURLToPath(new URL('../histories', import.meta.url));
const checkout = fileURLToPath(new URL('../../', import.meta.url));
/** Set to a release, such as 0.2.0, to record its histories: `RECORD_RELEASE=0.2.0 npx vitest run --project workflows replay`. */
const release = process.env['RECORD_RELEASE'];

if (release !== undefined) {
  test.each(Object.entries(shapes))('%s is recorded', async (name, { script, input, meanwhile }) => {
    await using world = await startScriptedWorker();
    const run = await world.start(script(), input?.());
    await meanwhile?.(run);
    await run.handle.result();
    const history = History.toObject(History.fromObject(await run.handle.fetchHistory()), { longs: String, enums: String, bytes: String });
    // Stacks of failures carry the checkout's place, which is nobody's business.
    writeFileSync(`${folder}/${release}-${name}.json`, `${JSON.stringify(history, null, 1).replaceAll(checkout, '')}\n`);
  });
}

describe('recorded histories replay with today’s workflow', () => {
  let bundle: WorkflowBundleWithSourceMap;
  beforeAll(async () => {
    installQuietRuntime();
    bundle = await bundleWorkflows();
  });
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];

  test('there is a history of every shape', () => {
    const recorded = files.map((file) => file.replace(/^\d+\.\d+\.\d+-/, '').replace('.json', ''));
    expect(Object.keys(shapes).filter((shape) => !recorded.includes(shape))).toEqual([]);
  });

  test.each(files)('%s', async (file) => {
    await Worker.runReplayHistory({ workflowBundle: bundle }, History.fromObject(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))));
  });

  test('a history that the workflow would not produce is refused', async () => {
    const text = readFileSync(`${folder}/0.1.0-mail-then-timer.json`, 'utf8').replaceAll(activityType('sendEmail'), activityType('callWebhook'));
    await expect(Worker.runReplayHistory({ workflowBundle: bundle }, History.fromObject(JSON.parse(text)))).rejects.toThrow(
      DeterminismViolationError,
    );
  });
});
