import { builtInNodeTypes as types } from '@tendril/journey/nodes';
import { screen as page, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReactFlowProvider } from '@xyflow/react';
import { expect, test } from 'vitest';
import { EditorContext } from '../../src/canvas/editor.ts';
import { createLiveStore } from '../../src/canvas/live-store.ts';
import { createViewStore } from '../../src/canvas/view-store.ts';
import { setConfig } from '../../src/document/commands/change-step.ts';
import { createDocumentStore } from '../../src/document/document-store.ts';
import { Inspector } from '../../src/inspector/inspector.tsx';
import { countingIds, draw } from '../support/drawing.ts';
import { renderPage } from '../support/render-page.tsx';

const answers = {
  'journeys.names': () => ({
    templates: [{ key: 'thank-you', channel: 'email', name: 'Thank you', variables: [] }],
    fields: ['industry'],
    people: ['zhangsan'],
    members: [{ id: 'zhangsan', name: 'Zhang San' }],
    pools: ['nurture'],
    topics: ['nurture'],
    tags: ['vip', 'webinar'],
    segments: ['key-accounts'],
    events: ['Page Viewed'],
  }),
  'journeys.list': () => [],
  'messages.templates': () => [],
};

/** The form of one step with this config. */
function form(kind: string, config: Parameters<typeof setConfig>[2]) {
  const documents = createDocumentStore(setConfig(draw({ s: kind }), 's', config, types));
  const view = createViewStore(documents, types);
  view.select(['s']);
  renderPage(
    <EditorContext value={{ journeyId: 'j1', types, documents, view, live: createLiveStore(), newId: countingIds(), readOnly: false }}>
      <ReactFlowProvider>
        <Inspector />
      </ReactFlowProvider>
    </EditorContext>,
    { at: '/journeys/j1', answers },
  );
  return () => documents.state.getState().document.nodes[0]?.config;
}

test('people are picked by name, and one who is gone says so', async () => {
  const configOf = form('notify-staff', { people: ['left-us'], text: '' });
  expect(await page.findAllByText('left-us (does not exist)')).not.toHaveLength(0);
  await userEvent.click(await page.findByRole('combobox', { name: 'People' }));
  await userEvent.click(await page.findByRole('option', { name: 'Zhang San' }));
  expect(configOf()?.['people']).toEqual(['left-us', 'zhangsan']);
});

test('a template that is gone says so, and a new one is one press away', async () => {
  form('send-email', { template: 'old-mail', topic: 'nurture' });
  await page.findByDisplayValue('old-mail (does not exist)');
  expect(page.getByRole('link', { name: 'New template' }).getAttribute('href')).toBe('/templates?template=%2B');
  expect(page.queryByRole('link', { name: /^Edit “/ })).toBeNull();
});

test('the chosen template can be edited from its picker', async () => {
  form('send-email', { template: 'thank-you', topic: 'nurture' });
  const link = await page.findByRole('link', { name: 'Edit “Thank you”' });
  expect(link.getAttribute('href')).toBe('/templates?template=thank-you');
});

test('tags that leads have are offered, any other may be typed', async () => {
  const configOf = form('tag', { action: 'add', tag: 'vip' });
  const field = await page.findByRole('combobox', { name: 'Tag' });
  await userEvent.click(field);
  await waitFor(() => expect(page.queryByRole('option', { name: 'webinar' })).not.toBeNull());
  await userEvent.clear(field);
  await userEvent.type(field, 'brand-new');
  await userEvent.click(await page.findByRole('option', { name: /brand-new/ }));
  expect(configOf()?.['tag']).toBe('brand-new');
});

test('owners in a condition are people by name', async () => {
  form('if-else', { condition: { test: { of: 'owner' }, operator: 'in', value: ['zhangsan'] } });
  expect(await page.findAllByText('Zhang San')).not.toHaveLength(0);
});
