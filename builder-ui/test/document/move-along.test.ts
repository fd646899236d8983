import { builtInNodeTypes as types } from '@tendril/journey/nodes';
import { expect, test } from 'vitest';
import { moveAlong } from '../../src/document/commands/move-along.ts';
import { draw, placesOf, waysOf } from '../support/drawing.ts';

const line = () =>
  draw({ in: 'entry-new-lead', mail: 'send-email', rest: 'wait', out: 'exit' }, 'in.next > mail', 'mail.next > rest', 'rest.next > out');

test('a step moves down past the next one, and both exchange their places', () => {
  const moved = moveAlong(line(), 'mail', 'down', types);
  expect(moved && waysOf(moved)).toEqual(['in.next > rest', 'mail.next > out', 'rest.next > mail']);
  expect(moved && placesOf(moved)).toMatchObject({ mail: '0,240', rest: '0,120' });
});

test('moving up is taking back moving down', () => {
  const moved = moveAlong(line(), 'mail', 'down', types);
  const back = moved && moveAlong(moved, 'mail', 'up', types);
  expect(back && waysOf(back)).toEqual(waysOf(line()));
  expect(back && placesOf(back)).toEqual(placesOf(line()));
});

test('nothing moves past an entry, an end or a branch', () => {
  expect(moveAlong(line(), 'mail', 'up', types)).toBeNull();
  expect(moveAlong(line(), 'rest', 'down', types)).toBeNull();
  const forks = draw({ in: 'entry-new-lead', if: 'if-else', a: 'wait' }, 'in.next > if', 'if.yes > a');
  expect(moveAlong(forks, 'a', 'up', types)).toBeNull();
});

test('a step that others meet at stays where they meet', () => {
  const meets = draw({ a: 'wait', b: 'wait', c: 'wait', d: 'wait' }, 'a.next > c', 'b.next > c', 'c.next > d');
  expect(moveAlong(meets, 'a', 'down', types)).toBeNull();
  expect(waysOf(moveAlong(meets, 'c', 'down', types) ?? meets)).toEqual(['a.next > d', 'b.next > d', 'd.next > c']);
});
