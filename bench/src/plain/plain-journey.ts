import { condition, defineSignal, proxyActivities, setHandler, sleep } from '@temporalio/workflow';
import type { PlainActivities } from './plain-activities.ts';

/** An SDR's answer, told by a signal. */
export const concluded = defineSignal<[string]>('concluded');

const { enter, sendEmail, scoreGate, sendWecom, handToSdr, exit } = proxyActivities<PlainActivities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second' },
});

/**
 * The reference SOP as one writes it by hand: a step is an activity, a wait is a timer. It does not wait until the WeCom
 * message is delivered, and knows no rules, no versions and no pause.
 * @param waits the two waits, in real ms
 */
export async function plainJourney(lead: { readonly runId: string; readonly leadId: string }, waits: readonly [number, number]): Promise<string> {
  let disposition = '';
  setHandler(concluded, (answer) => {
    disposition = answer;
  });
  await enter(lead);
  await sendEmail(lead);
  await sleep(waits[0]);
  if (!(await scoreGate(lead))) return exit(lead, 'low');
  await sendEmail(lead);
  await sleep(waits[1]);
  await sendWecom(lead);
  await handToSdr(lead);
  await condition(() => disposition !== '');
  return exit(lead, disposition);
}
