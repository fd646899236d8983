import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportJobView, ImportPreview, ImportRowView } from '../../src/api/views.ts';
import { eventually, startTestEngine, type TestEngine, type TestPerson } from '../start-test-engine.ts';

let engine: TestEngine;
let marketer: TestPerson;
beforeAll(async () => {
  engine = await startTestEngine();
  marketer = await engine.as('marketer');
});
afterAll(() => engine[Symbol.asyncDispose]());

async function upload(fileName: string): Promise<ImportPreview> {
  const body = await readFile(new URL(`../../../demo/${fileName}`, import.meta.url));
  const headers = { 'content-type': 'application/octet-stream' };
  const answer = await marketer.fetch(`/api/imports?fileName=${fileName}`, { method: 'POST', headers, body });
  expect(answer.status).toBe(200);
  return (await answer.json()) as ImportPreview;
}

async function importAll({ jobId, columns }: ImportPreview): Promise<ImportJobView> {
  const mapping = Object.fromEntries(columns.map(({ name, field }) => [name, field]));
  await marketer.api.imports.start.mutate({ jobId, mapping, consent: { channel: 'email', topic: 'nurture' } });
  return eventually(async () => {
    const job = await marketer.api.imports.get.query({ jobId });
    return job.status === 'done' && job;
  }, 55_000);
}

async function linesOf(jobId: string): Promise<ReadonlyMap<number, ImportRowView>> {
  const lines = new Map<number, ImportRowView>();
  let cursor: string | undefined;
  do {
    const page = await marketer.api.imports.rows.query({ jobId, limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    for (const row of page.rows) lines.set(row.line, row);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return lines;
}

const codes = (row: ImportRowView | undefined): readonly string[] => row?.remarks.map(({ code }) => code) ?? [];

test('the UTF-8 file is previewed, mapped and imported line by line, and every line is accounted for', async () => {
  const preview = await upload('leads.csv');
  expect({ encoding: preview.encoding, delimiter: preview.delimiter, total: preview.total }).toEqual({
    encoding: 'utf-8',
    delimiter: ',',
    total: 652,
  });
  expect(preview.columns.map(({ name, field }) => `${name}→${field}`)).toEqual([
    '姓名→name',
    '手机→phone',
    '邮箱→email',
    '公司全称→company',
    '职位→title',
    '行业→industry',
    '公司规模→companySize',
    '城市→city',
    '来源→source',
    '创建时间→createdAt',
    '备注→note',
  ]);
  const job = await importAll(preview);
  expect(job).toMatchObject({ total: 652, done: 652, imported: 600, merged: 45, refused: 7 });
  expect(await engine.db.client.lead.count({ where: { mergedInto: null } })).toBe(600);

  const lines = await linesOf(job.id);
  expect([...lines.keys()]).toEqual(Array.from({ length: 652 }, (_, index) => index + 2));
  expect(codes(lines.get(2))).toEqual(['import.formula']);
  expect(codes(lines.get(9))).toEqual(['import.email-invalid', 'import.formula']);
  expect(codes(lines.get(32))).toEqual(['import.no-identity']);
  expect(codes(lines.get(328))).toEqual(['import.empty-row']);
  expect(lines.get(262)?.remarks).toEqual([{ code: 'import.duplicate-both', params: { line: 39 } }]);
  expect(lines.get(114)?.remarks).toEqual([{ code: 'import.duplicate-email', params: { line: 76 } }]);
  expect(lines.get(17)?.remarks).toContainEqual({ code: 'import.duplicate-phone', params: { line: 10 } });
  expect(lines.get(17)?.leadId).toBe(lines.get(10)?.leadId);
});

test('a line becomes a lead with cleaned values, a company and consent', async () => {
  const lead = await engine.db.client.lead.findFirstOrThrow({
    where: { email: 'elena.garcia16@cn115.example' },
    include: { company: true, consents: true, identities: true },
  });
  expect(lead).toMatchObject({ name: 'Elena García', phone: '+8617005177863', title: '运营经理', city: '广州', source: '上门演示' });
  expect(lead.createdAt).toEqual(new Date('2026-10-28T16:00:00Z'));
  expect(lead.company).toMatchObject({ name: '南京海川能智能装备股份有限公司', size: '5000+' });
  expect(lead.attributes).toEqual({ note: "'=1+1" });
  expect(lead.consents.map(({ channel, topic, status, source }) => ({ channel, topic, status, source }))).toEqual([
    { channel: 'email', topic: 'nurture', status: 'granted', source: 'import' },
  ]);
  expect(lead.identities.map(({ kind, value }) => `${kind}:${value}`).toSorted()).toEqual([
    'email:elena.garcia16@cn115.example',
    'phone:+8617005177863',
  ]);
});

test('the GBK file holds the same people: all are recognised', async () => {
  const preview = await upload('leads-gbk.csv');
  expect(preview).toMatchObject({ encoding: 'gb18030', total: 120 });
  expect(preview.columns[0]?.samples[0]).toBe('宋伟');
  const job = await importAll(preview);
  expect(job).toMatchObject({ done: 120, imported: 0, merged: 117, refused: 3 });
  expect(await engine.db.client.lead.count({ where: { mergedInto: null } })).toBe(600);
  expect(codes((await linesOf(job.id)).get(3))).toEqual(['import.known-both']);
});

test('the report can be opened in a spreadsheet, in the order of the file and without running formulas', async () => {
  const [job] = await marketer.api.imports.list.query();
  const answer = await marketer.fetch(`/api/imports/${job?.id}/report.csv?locale=zh-CN`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  const [heading, first] = text.split('\r\n');
  expect(heading).toBe('行号,结果,说明,姓名,手机,邮箱,公司全称,职位,行业,公司规模,城市,来源,创建时间,备注');
  expect(first).toContain('已合并');
  expect(first?.endsWith(",'=1+1")).toBe(true);
  expect(answer.headers.get('content-disposition')).toContain('leads-gbk-report.csv');
});
