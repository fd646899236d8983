import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { DataTable } from '../../src/ui/data-table.tsx';
import { Refusal } from '../support/fake-api.ts';
import { renderPage } from '../support/render-page.tsx';

interface Row {
  readonly id: string;
}

const show = (props: Partial<Parameters<typeof DataTable<Row>>[0]>) =>
  renderPage(
    <DataTable<Row>
      label="Things"
      columns={[
        { key: 'id', header: 'Id', cell: ({ id }) => <a href="/x">{id}</a> },
        { key: 'note', header: 'Note', cell: () => 'note' },
      ]}
      rows={undefined}
      rowKey={({ id }) => id}
      empty="Nothing yet"
      {...props}
    />,
  );

test('while loading the table keeps its columns and says that it is busy', async () => {
  const { screen } = show({});
  const table = await screen.findByRole('table', { name: 'Things' });
  expect(table.getAttribute('aria-busy')).toBe('true');
  expect(screen.getByText('Id')).toBeTruthy();
});

test('without rows the reason stands in the table’s place', async () => {
  const { screen } = show({ rows: [] });
  await screen.findByText('Nothing yet');
  expect(screen.queryByRole('table')).toBeNull();
});

test('a failure says what to do and can be tried again', async () => {
  let retried = 0;
  const { screen } = show({ error: new Refusal('whatever'), onRetry: () => (retried += 1) });
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(retried).toBe(1);
});

test('rows once shown stay when fetching them again fails', async () => {
  const { screen } = show({ rows: [{ id: 'one' }], error: new Error('away') });
  await screen.findByText('one');
});

test('a click on the row opens it, one on a link inside does only what the link does', async () => {
  const opened: string[] = [];
  const { screen } = show({ rows: [{ id: 'one' }], onOpen: ({ id }) => opened.push(id) });
  await userEvent.click(await screen.findByText('note'));
  expect(opened).toEqual(['one']);
  screen.getByText('one').addEventListener('click', (event) => event.preventDefault());
  await userEvent.click(screen.getByText('one'));
  expect(opened).toEqual(['one']);
});
