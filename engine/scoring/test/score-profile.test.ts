import { DEFAULT_SCORE_RULES, DEFAULT_SETTINGS, isProfileKnown, type Profile, scoreProfile } from '@tendril/scoring';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { START } from './ledger-arbitraries.ts';

const director = {
  name: '张军',
  email: 'zhang@cn003.example',
  phone: '+8617003014002',
  title: '市场总监',
  industry: '软件',
  companySize: '201-1000',
  company: '深圳智联',
};

const profile = (attributes: Profile['attributes']): Profile => ({ attributes, company: null });
const keys = (attributes: Profile['attributes'], held = new Map<string, number>()) =>
  scoreProfile(DEFAULT_SCORE_RULES, profile(attributes), held, START).map(({ ruleKey, points }) => `${ruleKey} ${points}`);
const fitOf = (attributes: Profile['attributes']) =>
  scoreProfile(DEFAULT_SCORE_RULES, profile(attributes), new Map(), START).reduce((sum, { points }) => sum + points, 0);

describe('the default rules for fit', () => {
  test('give a decision-maker of a large, fully known company all there is', () => {
    expect(fitOf(director)).toBe(DEFAULT_SETTINGS.dimensions.fit.max);
  });

  test('hold free mail, a missing phone, an unknown company and a wrong role against a lead', () => {
    expect(keys({ name: '李雷', email: 'li@QQ.com', title: '学生' })).toEqual([
      'free-mail-address -10',
      'phone-missing -5',
      'company-unknown -10',
      'wrong-role -15',
    ]);
  });

  test.each([
    ['CTO', true],
    ['Head of IT', true],
    ['VP Marketing', true],
    ['总经理', true],
    ['采购经理', true],
    ['市场专员', false],
    ['Coordinator', false],
    ['学生', false],
  ])('take %s for a decision-maker: %s', (title, expected) => {
    expect(keys({ title }).some((hit) => hit.startsWith('title-decision-maker'))).toBe(expected);
  });

  test.each([
    ['HR', true],
    ['HR Manager', true],
    ['招聘主管', true],
    ['Christian Officer', false],
    ['Threat Analyst', false],
  ])('take %s for a wrong role: %s', (title, expected) => {
    expect(keys({ title }).some((hit) => hit.startsWith('wrong-role'))).toBe(expected);
  });
});

describe('fit in the ledger', () => {
  const held = (entries: { ruleKey: string | null; points: number }[]) => {
    const sums = new Map<string, number>();
    for (const { ruleKey, points } of entries) if (ruleKey !== null) sums.set(ruleKey, (sums.get(ruleKey) ?? 0) + points);
    return sums;
  };

  test('is corrected when the title turns out to be another', () => {
    const before = scoreProfile(DEFAULT_SCORE_RULES, profile({ ...director, title: '学生' }), new Map(), START);
    expect(keys(director, held([...before]))).toEqual(['title-decision-maker 12', 'wrong-role 15']);
  });

  test('is in line with the profile after any sequence of changes', () => {
    const anyProfile = fc.record(
      {
        title: fc.constantFrom('学生', 'CTO', '市场专员'),
        email: fc.constantFrom('a@qq.com', 'a@cn001.example'),
        company: fc.constant('云帆'),
        phone: fc.constant('+8617000000000'),
        companySize: fc.constantFrom('1-50', '5000+', '很大'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(anyProfile, { minLength: 1, maxLength: 6 }), (profiles) => {
        const rows: { ruleKey: string | null; points: number }[] = [];
        for (const attributes of profiles) rows.push(...scoreProfile(DEFAULT_SCORE_RULES, profile(attributes), held(rows), START));
        const last = profiles.at(-1) ?? {};
        expect(rows.reduce((sum, row) => sum + row.points, 0)).toBeCloseTo(fitOf(last), 9);
        expect(scoreProfile(DEFAULT_SCORE_RULES, profile(last), held(rows), START)).toEqual([]);
      }),
    );
  });

  test('takes back the points of a rule that was switched off', () => {
    const rules = DEFAULT_SCORE_RULES.map((rule) => (rule.key === 'industry-known' ? { ...rule, enabled: false } : rule));
    const corrections = scoreProfile(
      rules,
      profile(director),
      held([...scoreProfile(DEFAULT_SCORE_RULES, profile(director), new Map(), START)]),
      START,
    );
    expect(corrections).toMatchObject([{ ruleKey: 'industry-known', points: -5 }]);
  });
});

test('a profile is known by title, company or industry, not by an address', () => {
  expect(isProfileKnown(profile({ email: 'a@b.example', phone: '+86170' }))).toBe(false);
  expect(isProfileKnown(profile({ title: '学生' }))).toBe(true);
  expect(isProfileKnown({ attributes: {}, company: { name: '云帆' } })).toBe(true);
});
