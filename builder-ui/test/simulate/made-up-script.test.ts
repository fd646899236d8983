import { compile } from '@tendril/journey/compile';
import { DAY } from '@tendril/journey/model';
import { builtInNodeTypes as types } from '@tendril/journey/nodes';
import { simulateScript } from '@tendril/journey/simulator';
import { preNurtureSop } from '@tendril/journey/templates';
import { expect, test } from 'vitest';
import { forecastOf } from '../../src/simulate/forecast-request.ts';
import { freshScript, withIntent, withScore } from '../../src/simulate/made-up-script.ts';
import { addItem, eventNamed } from '../../src/simulate/script-items.ts';

const START = Date.parse('2026-11-24T01:00:00.000Z');
const fresh = () => freshScript(preNurtureSop, types, START);

function play(script: ReturnType<typeof fresh>) {
  const compiled = compile(preNurtureSop, { nodeTypes: types });
  if (!compiled.ok) throw new Error('The template has errors.');
  return simulateScript({ program: compiled.program, nodeTypes: types, timeZone: 'Asia/Shanghai' }, script);
}

test('a fresh lead has agreed to the topics that the journey writes on, so that its mails go out', () => {
  expect(fresh().lead?.consent).toMatchObject({ 'email/nurture': 'granted', 'wecom/nurture': 'granted' });
  const { messages } = play(fresh());
  expect(messages.map(({ template, status }) => `${template} ${status}`)).toEqual(['thank-you sent', 'content-by-industry sent']);
});

test('the score decides which way the lead goes', () => {
  expect(play(fresh()).handoffs).toHaveLength(0);
  expect(play(withScore(fresh(), 90)).lines.some(({ node, port }) => node === 'gate' && port === 'high')).toBe(true);
  expect(play(withIntent(fresh(), 'high')).lines.some(({ node, port }) => node === 'gate' && port === 'high')).toBe(true);
});

test('what a person lets happen, happens on its day', () => {
  const script = addItem(fresh(), { at: 2.5 * DAY, what: eventNamed('Page Viewed') });
  expect(play(script).lines.some(({ node, port }) => node === 'pricing-page' && port === 'happened')).toBe(true);
});

test('a change of the score at a moment decides what comes after it', () => {
  const score = { fit: 0, interest: 0, behaviour: 90, stage: 0, total: 90 };
  const gate = (script: ReturnType<typeof fresh>) => play(script).lines.find(({ node, port }) => node === 'gate' && port !== undefined)?.port;
  expect(gate(addItem(fresh(), { at: DAY, what: { lead: { score } } }))).toBe('high');
  expect(gate(addItem(fresh(), { at: 60 * DAY, what: { lead: { score } } }))).not.toBe('high');
});

test('a forecast counts every lead, and is none while the drawing has errors', () => {
  const request = { document: preNurtureSop, timeZone: 'Asia/Shanghai', start: START, leads: 100, days: 30 };
  const forecast = forecastOf(request, types);
  expect(forecast?.steps['entry']?.entered).toBe(100);
  expect(forecastOf({ ...request, document: { ...preNurtureSop, edges: [] } }, types)).toBeNull();
});
