import type { LogRow, PhonesView } from '@tendril/wecom-stand-in/view';
import { type Child, el } from './element.ts';
import { emptyPlace, when, withLinks } from './parts.ts';
import type { Speaker } from './words.ts';

/** What can be done beside the phones. */
export interface WireDeeds {
  clearFaults(): void;
  scan(way: string, name: string): void;
}

/** What went over the wire, newest first. */
export function wireList({ log }: PhonesView, speaker: Speaker): readonly Child[] {
  if (log.length === 0) return [emptyPlace('wire', speaker.say('noWireTitle'), speaker.say('noWire'))];
  return [
    el('ul', { className: 'wire', attributes: { tabindex: '0', 'aria-labelledby': 'wire-heading' } }, ...log.map((row) => wireRow(row, speaker))),
  ];
}

function wireRow(row: LogRow, speaker: Speaker): HTMLElement {
  const { say, locale } = speaker;
  const { tone, name, about, result } = row.is === 'call' ? callWords(row, speaker) : callbackWords(row, speaker);
  const count = row.is === 'call' && row.times > 1 ? el('span', { className: 'muted small' }, ` ${say('times', { n: row.times })}`) : null;
  return el(
    'li',
    {},
    el('span', { className: `dot ${tone}`, attributes: { 'aria-hidden': 'true' } }),
    el('span', { className: 'what' }, el('code', {}, name), count, about !== '' && el('span', { className: 'muted small about' }, about)),
    el('span', { className: `small ${tone}` }, result),
    when(row.at, locale),
  );
}

interface RowWords {
  readonly tone: 'ok' | 'bad' | 'wait';
  readonly name: string;
  readonly about: string;
  readonly result: string;
}

function callWords(row: Extract<LogRow, { is: 'call' }>, { say }: Speaker): RowWords {
  const answer = row.errcode === null ? say('noAnswer') : `errcode ${row.errcode}`;
  return {
    tone: row.errcode === 0 ? 'ok' : row.errcode === 41063 ? 'wait' : 'bad',
    name: `→ ${row.path.replace('externalcontact/', '')}`,
    about: row.faulty ? say('fault') : '',
    result: answer,
  };
}

function callbackWords(row: Extract<LogRow, { is: 'callback' }>, { say }: Speaker): RowWords {
  const states = {
    delivered: ['ok', 'statusDelivered'],
    trying: ['wait', 'statusTrying'],
    lost: ['bad', 'statusLost'],
    'no-url': ['wait', 'statusNoUrl'],
  } as const;
  const [tone, sentence] = states[row.status];
  const event = row.event.replace('change_external_contact/', '');
  return { tone, name: `← ${event}`, about: row.about, result: say(sentence) };
}

/** Faults that wait to strike, with a way to be rid of them. */
export function faultPanel({ faults }: PhonesView, { say }: Speaker, deeds: WireDeeds): readonly Child[] {
  if (faults.length === 0) return [];
  const rows = faults.map(({ path, what, times }) =>
    el('li', {}, el('span', { className: 'dot bad' }), el('code', {}, `${path}: ${what}`), times === null ? '∞' : say('times', { n: times })),
  );
  const clear = el('button', { type: 'button', focusKey: 'clear-faults', onClick: deeds.clearFaults }, say('clear'));
  const head = el(
    'div',
    { className: 'row', attributes: { style: 'padding:8px 14px' } },
    el('b', {}, say('faults')),
    el('span', { className: 'grow' }),
    clear,
  );
  return [el('div', { className: 'panel' }, head, el('ul', { className: 'wire' }, ...rows))];
}

/** Codes made by the app; a customer who scans one is played here. */
export function wayPanel({ ways }: PhonesView, { say }: Speaker, deeds: WireDeeds): readonly Child[] {
  if (ways.length === 0) return [];
  const rows = ways.map(({ id, remark, state, staff, picture }) => {
    const name = remark || state || staff.join('、');
    const field = el('input', {
      type: 'text',
      focusKey: `scan-${id}`,
      attributes: { 'aria-label': say('scanName'), placeholder: say('scanName'), required: '', maxlength: '100' },
    });
    const form = el('form', {}, field, el('button', { type: 'submit' }, say('scan')));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      deeds.scan(id, field.value);
    });
    const image = el('img', { attributes: { src: new URL(new URL(picture).pathname, location.href).href, alt: say('qrOf', { name }) } });
    return el(
      'div',
      { className: 'way' },
      image,
      el('div', { className: 'grow' }, el('b', {}, name), el('div', { className: 'small muted' }, staff.join('、')), form),
    );
  });
  return [el('div', { className: 'panel' }, el('h3', {}, say('ways')), ...rows)];
}

/** What the group robot has said. */
export function robotPanel({ robot }: PhonesView, { say, locale }: Speaker): readonly Child[] {
  if (robot.length === 0) return [];
  const rows = robot.map(({ at, text }) =>
    el('li', {}, el('span', { className: 'dot muted' }), el('span', { className: 'say' }, ...withLinks(text)), when(at, locale)),
  );
  return [el('div', { className: 'panel' }, el('h3', {}, say('robot')), el('ul', { className: 'wire' }, ...rows))];
}
