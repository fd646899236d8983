import type { Sentence } from '@tendril/journey/model';
import { renderSentence } from '@tendril/journey/sentences';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/format.ts';

const readersZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Renders stored sentences (code and values) in the reader's language and zone.
 * @param catalogue where the page's own codes are, such as `imports:remark`; all others are the journey language's.
 */
export function useSentence(catalogue?: string): (sentence: Sentence) => string {
  const { i18n } = useTranslation();
  const locale = useLocale();
  return useCallback(
    (sentence) => {
      const key = `${catalogue}.${sentence.code}`;
      if (catalogue !== undefined && i18n.exists(key)) return i18n.t(key, { ...sentence.params });
      return renderSentence(sentence, locale, { timeZone: readersZone() });
    },
    [i18n, locale, catalogue],
  );
}
