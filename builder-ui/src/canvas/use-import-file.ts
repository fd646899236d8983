import { notifications } from '@mantine/notifications';
import type { JourneyDocument, Locale } from '@tendril/journey/model';
import { readDocument } from '@tendril/journey/schema';
import { render } from '@tendril/journey/sentences';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/format.ts';
import { edit, useEditor } from './editor.ts';

/** What a file of text holds: a drawing, or what is wrong with it; null if it is no JSON at all. */
export type FileReading = { readonly document: JourneyDocument } | { readonly problem: string | null };

/** Reads a journey file of any version that Tendril has ever written. */
export function readJourneyFile(text: string, locale: Locale): FileReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: null };
  }
  const reading = readDocument(value);
  return reading.ok ? { document: reading.document } : { problem: render(reading.problems[0], locale) };
}

/** Has a file chosen and puts its drawing in place of the open one, as one edit that can be undone. The journey keeps its name. */
export function useImportFile(): () => void {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  return useCallback(() => {
    const picker = document.createElement('input');
    picker.type = 'file';
    picker.accept = '.json,application/json';
    picker.addEventListener('change', async () => {
      const [file] = picker.files ?? [];
      if (file === undefined) return;
      const read = readJourneyFile(await file.text(), locale);
      if ('document' in read) {
        edit(editor, { name: 'import' }, ({ name }) => ({ ...read.document, name }));
        notifications.show({ message: t('file.imported', { file: file.name }), color: 'vine', autoClose: 5_000 });
      } else {
        const message =
          read.problem === null ? t('file.noJourney', { file: file.name }) : t('file.unreadable', { file: file.name, problem: read.problem });
        notifications.show({ message, color: 'red', autoClose: 10_000 });
      }
    });
    picker.click();
  }, [editor, locale, t]);
}
