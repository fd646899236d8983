import { expect, test } from 'vitest';
import { guessedMapping, keptMapping, mappingProblems } from '../../../src/pages/imports/mapping.ts';

test('without a phone number or an address no lead could be recognised', () => {
  expect(mappingProblems({ 姓名: 'name' })).toEqual([{ code: 'noIdentity' }]);
  expect(mappingProblems({ 姓名: 'name', 手机: 'phone' })).toEqual([]);
  expect(mappingProblems({ 邮箱: 'email' })).toEqual([]);
});

test('two columns for one field are named, attributes and columns left out may be many', () => {
  const mapping = { 手机: 'phone', 电话: 'phone', 备注: 'attribute', 说明: 'attribute', 甲: null, 乙: null };
  expect(mappingProblems(mapping)).toEqual([{ code: 'twice', field: 'phone', columns: ['手机', '电话'] }]);
});

test('what was chosen before a reload is kept for the columns that are still there', () => {
  const guess = guessedMapping([
    { name: '姓名', field: 'name' },
    { name: '手机', field: 'phone' },
    { name: '备注', field: null },
  ]);
  expect(keptMapping({ 姓名: null, 备注: 'note', 没有了: 'email' }, guess)).toEqual({ 姓名: null, 手机: 'phone', 备注: 'note' });
});

test.each([null, 'nonsense', 7, { 姓名: 3 }])('a kept mapping that cannot be read (%j) leaves the guesses', (kept) => {
  expect(keptMapping(kept, { 姓名: 'name' })).toEqual({ 姓名: 'name' });
});
