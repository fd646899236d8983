import type { JourneyDocument, JourneyTest } from '@tendril/journey/model';

const testsOf = ({ tests = [] }: JourneyDocument): readonly JourneyTest[] => tests;

const withTests = (document: JourneyDocument, tests: readonly JourneyTest[]): JourneyDocument => ({ ...document, tests });

/** Keeps a test; one with the same id is replaced where it stands. */
export function keepTest(document: JourneyDocument, test: JourneyTest): JourneyDocument {
  const tests = testsOf(document);
  const known = tests.some(({ id }) => id === test.id);
  return withTests(document, known ? tests.map((old) => (old.id === test.id ? test : old)) : [...tests, test]);
}

/** Gives a test another name; an empty one is no name. */
export function renameTest(document: JourneyDocument, id: JourneyTest['id'], name: string): JourneyDocument {
  const typed = name.trim();
  if (typed === '') return document;
  return withTests(
    document,
    testsOf(document).map((test) => (test.id === id ? { ...test, name: typed } : test)),
  );
}

/** Drops a test. */
export function removeTest(document: JourneyDocument, id: JourneyTest['id']): JourneyDocument {
  return withTests(
    document,
    testsOf(document).filter((test) => test.id !== id),
  );
}
