import { useState } from 'react';
import type { ImportPreview } from './import-answers.ts';
import { guessedMapping, keptMapping, type Mapping } from './mapping.ts';

const keyOf = (jobId: string) => `tendril.import.${jobId}`;

function readKept(jobId: string): unknown {
  try {
    return JSON.parse(window.localStorage.getItem(keyOf(jobId)) ?? 'null');
  } catch {
    return null;
  }
}

/** The mapping being chosen for a file. It survives a reload in this browser until the import starts. */
export function useMappingDraft({ jobId, columns }: ImportPreview) {
  const [mapping, setMapping] = useState<Mapping>(() => keptMapping(readKept(jobId), guessedMapping(columns)));
  return {
    mapping,
    choose: (column: string, field: string | null) => {
      const next = { ...mapping, [column]: field };
      setMapping(next);
      window.localStorage.setItem(keyOf(jobId), JSON.stringify(next));
    },
    forget: () => window.localStorage.removeItem(keyOf(jobId)),
  };
}
