import type { Sentence } from '@tendril/journey/model';
import { render } from '@tendril/journey/sentences';
import type { i18n as I18n } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/format.ts';
import { readersZone } from '../i18n/readers-zone.ts';

/** Where the short words for reasons are: a sentence's value `reason` may be the code of another one. */
const REASON_WORDS = 'messages:word';

function inWords(params: Sentence['params'], i18n: I18n): Sentence['params'] {
  const { reason } = params;
  const key = `${REASON_WORDS}.${reason}`;
  return typeof reason === 'string' && i18n.exists(key) ? { ...params, reason: i18n.t(key) } : params;
}

/**
 * Renders stored sentences (code and values) in the reader's language and zone.
 * @param catalogue where the page's own codes are, such as `imports:remark`; all others are the journey language's.
 */
export function useSentence(catalogue?: string): (sentence: Sentence) => string {
  const { i18n } = useTranslation();
  const locale = useLocale();
  return useCallback(
    ({ code, params }) => {
      const key = `${catalogue}.${code}`;
      if (catalogue !== undefined && i18n.exists(key)) return i18n.t(key, { ...params });
      return render({ code, params: inWords(params, i18n) }, locale, { timeZone: readersZone() });
    },
    [i18n, locale, catalogue],
  );
}
