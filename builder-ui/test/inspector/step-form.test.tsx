import { compile } from '@tendril/journey/compile';
import type { JourneyDocument } from '@tendril/journey/model';
import { builtInDefinitions, type NodeDefinition, builtInNodeTypes as types } from '@tendril/journey/nodes';
import { screen as page, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReactFlowProvider } from '@xyflow/react';
import { describe, expect, test } from 'vitest';
import { checkingOf } from '../../src/canvas/checking.ts';
import { type Editor, EditorContext } from '../../src/canvas/editor.ts';
import { createLiveStore } from '../../src/canvas/live-store.ts';
import { createViewStore } from '../../src/canvas/view-store.ts';
import { createDocumentStore } from '../../src/document/document-store.ts';
import { formFieldsOf } from '../../src/inspector/form-fields.ts';
import { Inspector } from '../../src/inspector/inspector.tsx';
import { countingIds, draw } from '../support/drawing.ts';
import type { Answers } from '../support/fake-api.ts';
import { renderPage } from '../support/render-page.tsx';

const answers: Answers = {
  'journeys.names': () => ({
    templates: [
      { key: 'thank-you', channel: 'email', name: 'Thank you', variables: [] },
      { key: 'case-study', channel: 'email', name: 'Case study', variables: [] },
      { key: 'wecom-invite', channel: 'wecom', name: 'Invitation', variables: [] },
    ],
    fields: ['industry', 'title'],
    people: ['zhangsan'],
    members: [{ id: 'zhangsan', name: 'Zhang San' }],
    tags: ['vip', 'webinar'],
    segments: ['key-accounts'],
    pools: ['nurture', 'silent', 'sales'],
    topics: ['nurture'],
    events: ['Page Viewed', 'Demo Requested'],
  }),
  'journeys.list': () => [],
  'messages.templates': () => [],
};

function editorOf(document: JourneyDocument, readOnly = false): Editor {
  const documents = createDocumentStore(document);
  return { journeyId: 'j1', types, documents, view: createViewStore(documents, types), live: createLiveStore(), newId: countingIds(), readOnly };
}

/** The inspector with a step chosen, and what the compiler says of the drawing as it is. */
function inspect(document: JourneyDocument, chosen: string, readOnly = false) {
  const editor = editorOf(document, readOnly);
  editor.view.select([chosen]);
  editor.live.setState({ checking: checkingOf(compile(document, { nodeTypes: types }).diagnostics) });
  renderPage(
    <EditorContext value={editor}>
      <ReactFlowProvider>
        <Inspector />
      </ReactFlowProvider>
    </EditorContext>,
    { at: '/journeys/j1', answers },
  );
  const configOf = (id: string) => editor.documents.state.getState().document.nodes.find((node) => node.id === id)?.config;
  return { editor, configOf };
}

describe('the form of a step', () => {
  test.each((builtInDefinitions as readonly NodeDefinition[]).map((definition) => [definition.kind, definition] as const))(
    'of %s has an input for every field',
    async (kind, definition) => {
      inspect(draw({ s: kind }), 's');
      await page.findByTestId('sentence');
      for (const field of formFieldsOf(definition)) expect((await page.findAllByText(field.label.en)).length, field.key).toBeGreaterThan(0);
    },
  );

  test('begins with the sentence that the step means', async () => {
    inspect(draw({ w: 'wait' }), 'w');
    expect((await page.findByTestId('sentence')).textContent).toBe('Waits 3 days');
  });

  test('a length of time is understood as people type it, in either language', async () => {
    const { configOf } = inspect(draw({ w: 'wait' }), 'w');
    const field = await page.findByLabelText('How long');
    for (const [typed, stored] of [
      ['2 days', '2d'],
      ['1d 4h', '1d 4h'],
      ['3 天', '3d'],
      ['半天', '半天'],
    ] as const) {
      await userEvent.clear(field);
      await userEvent.type(field, typed);
      expect(configOf('w')?.['for']).toBe(stored);
    }
    expect(page.getByText(/Write it like 3d/)).toBeTruthy();
  });

  test('typing into one field is one undo step', async () => {
    const { editor, configOf } = inspect(draw({ x: 'exit' }), 'x');
    const field = await page.findByLabelText('Outcome');
    await userEvent.clear(field);
    await userEvent.type(field, 'handed over to sales');
    expect(configOf('x')?.['outcome']).toBe('handed over to sales');
    editor.documents.undo();
    expect(configOf('x')?.['outcome']).toBe('handed over');
  });

  test('templates of the right channel are offered by name', async () => {
    const { configOf } = inspect(draw({ m: 'send-email' }), 'm');
    await userEvent.click(await page.findByRole('combobox', { name: 'Email template' }));
    await waitFor(() => expect(page.queryByRole('option', { name: 'Case study' })).not.toBeNull());
    expect(page.queryByRole('option', { name: 'Invitation' })).toBeNull();
    await userEvent.click(page.getByRole('option', { name: 'Case study' }));
    expect(configOf('m')?.['template']).toBe('case-study');
  });

  test('a condition is built of tests that are joined', async () => {
    const { configOf } = inspect(draw({ i: 'if-else' }), 'i');
    await page.findByTestId('sentence');
    await userEvent.click(page.getByRole('button', { name: 'and another test' }));
    expect(configOf('i')?.['condition']).toMatchObject({ all: [{ operator: 'is' }, { operator: 'is' }] });
    const [first] = page.getAllByRole('group', { name: 'Test' });
    if (first === undefined) throw new Error('There is no test.');
    await userEvent.click(within(first).getByRole('button', { name: 'Remove' }));
    expect(configOf('i')?.['condition']).toMatchObject({ test: { of: 'attribute' } });
  });

  test('what is missing is said at its field, by its name', async () => {
    const empty = draw({ m: 'send-email' });
    inspect({ ...empty, nodes: empty.nodes.map((node) => ({ ...node, config: {} })) }, 'm');
    expect((await page.findAllByText('“Email template” is not filled in yet.')).length).toBeGreaterThan(0);
  });

  test('another way of a gate gets a name of its own', async () => {
    const { configOf } = inspect(draw({ g: 'score-gate' }), 'g');
    await userEvent.click(await page.findByRole('button', { name: 'Another way' }));
    const outcomes = configOf('g')?.['outcomes'];
    expect(Array.isArray(outcomes) && outcomes.map((outcome) => (outcome as { id: string }).id)).toEqual(['high', 'outcome-1']);
  });

  test('people who may only look cannot change anything', async () => {
    const { configOf } = inspect(draw({ x: 'exit' }), 'x', true);
    const field = await page.findByLabelText('Outcome');
    await userEvent.type(field, '!');
    expect(configOf('x')?.['outcome']).toBe('handed over');
    expect(page.queryByRole('button', { name: 'Delete' })).toBeNull();
  });
});

test('a mend that the compiler proposes is one press away', async () => {
  const { editor } = inspect(draw({ in: 'entry-new-lead' }), 'in');
  await userEvent.click((await page.findAllByRole('button', { name: /Add an exit/ }))[0] as HTMLElement);
  expect(editor.documents.state.getState().document.nodes.map(({ kind }) => kind)).toEqual(['entry-new-lead', 'exit']);
});
