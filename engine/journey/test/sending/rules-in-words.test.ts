import { expect, test } from 'vitest';
import { NO_SENDING_RULES, readSendingRules, USUAL_SENDING_RULES } from '../../src/schema/index.ts';
import { rulesInWords } from '../../src/sending/index.ts';

test('rules are told in plain sentences', () => {
  expect(rulesInWords(USUAL_SENDING_RULES, 'en')).toEqual([
    'A lead gets at most 2 marketing messages in any 7 days, on all channels.',
    'All leads of one company together get at most 20 marketing messages in any 1 day, on all channels.',
    'A marketing message comes at least 1 day after any other message to the lead.',
    'Nothing goes out between 21:00 and 08:00 where the lead is.',
    'From a hand-off until it is over, no marketing message goes out.',
    'A message that would have to wait longer than 14 days is not sent; the lead goes on.',
  ]);
  expect(rulesInWords(USUAL_SENDING_RULES, 'zh-CN')).toHaveLength(6);
  expect(rulesInWords(NO_SENDING_RULES, 'en')).toEqual([]);
});

test('rules that cannot be read stop nobody', () => {
  expect(readSendingRules({ minimumGap: 'soon' })).toEqual(NO_SENDING_RULES);
  expect(readSendingRules(null)).toEqual(NO_SENDING_RULES);
  expect(readSendingRules({ minimumGap: '1d' })).toMatchObject({ minimumGap: '1d', leadCaps: [] });
});
