import { TRPCClientError } from '@trpc/client';
import type { i18n as I18n } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

interface ErrorShape {
  readonly code?: string;
  readonly sentence?: { readonly code: string; readonly params: Readonly<Record<string, string | number | boolean | null>> } | null;
}

const shapeOf = (error: unknown): ErrorShape | null => {
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null ? (data as ErrorShape) : {};
};

/**
 * The sentence for people: the API's own code if a person can mend the mistake, else what the class of the failure means.
 * Never shows a message meant for developers.
 */
export function errorSentence(i18n: I18n, error: unknown): string {
  const shape = shapeOf(error);
  if (shape === null) return i18n.t('errors:unexpected');
  if (shape.sentence && i18n.exists(`errors:code.${shape.sentence.code}`)) return i18n.t(`errors:code.${shape.sentence.code}`, shape.sentence.params);
  if (shape.code === undefined) return i18n.t('errors:offline');
  return i18n.exists(`errors:class.${shape.code}`) ? i18n.t(`errors:class.${shape.code}`) : i18n.t('errors:unexpected');
}

/** Renders any failure of the API in the reader's language. */
export function useErrorSentence(): (error: unknown) => string {
  const { i18n } = useTranslation();
  return useCallback((error) => errorSentence(i18n, error), [i18n]);
}

/** The code of the API's sentence, such as `journey.conflict`; null if there is none. */
export const sentenceCode = (error: unknown): string | null => shapeOf(error)?.sentence?.code ?? null;
