import { compile } from '@tendril/journey/compile';
import { builtInNodeTypes as types } from '@tendril/journey/nodes';
import { simulateScript } from '@tendril/journey/simulator';
import { preNurtureSop } from '@tendril/journey/templates';
import { expect, test } from 'vitest';
import { forecastOf } from '../../src/simulate/forecast-request.ts';
import { freshScript, happeningsOf, withHappenings, withIntent, withScore } from '../../src/simulate/made-up-script.ts';

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
  const script = withHappenings(fresh(), [{ day: 2.5, event: 'Page Viewed' }]);
  expect(happeningsOf(script)).toEqual([{ day: 2.5, event: 'Page Viewed' }]);
  expect(play(script).lines.some(({ node, port }) => node === 'pricing-page' && port === 'happened')).toBe(true);
});

test('a change of day keeps the properties of the event, another event does not inherit them', () => {
  const script = { ...fresh(), happens: [{ after: '1d', event: 'Page Viewed', properties: { path: '/pricing/enterprise' } }] };
  const later = withHappenings(script, [{ day: 3, event: 'Page Viewed' }]);
  expect(later.happens).toEqual([{ after: '3d', event: 'Page Viewed', properties: { path: '/pricing/enterprise' } }]);
  expect(withHappenings(script, [{ day: 3, event: 'Trial Started' }]).happens).toEqual([{ after: '3d', event: 'Trial Started' }]);
});

test('what the form does not show stays in the script', () => {
  const past = { before: '2d', event: 'Demo Requested' };
  expect(withHappenings({ ...fresh(), happens: [past] }, [{ day: 1, event: 'Trial Started' }]).happens?.[0]).toEqual(past);
});

test('a forecast counts every lead, and is none while the drawing has errors', () => {
  const request = { document: preNurtureSop, timeZone: 'Asia/Shanghai', start: START, leads: 100, days: 30 };
  const forecast = forecastOf(request, types);
  expect(forecast?.steps['entry']?.entered).toBe(100);
  expect(forecastOf({ ...request, document: { ...preNurtureSop, edges: [] } }, types)).toBeNull();
});
