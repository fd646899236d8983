import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportPreview } from '../../src/api/views.ts';
import { eventually, refusalOf, startTestEngine, type TestEngine, type TestPerson } from '../start-test-engine.ts';

let engine: TestEngine;
let marketer: TestPerson;
beforeAll(async () => {
  engine = await startTestEngine();
  marketer = await engine.as('marketer');
});
afterAll(() => engine[Symbol.asyncDispose]());

const upload = (body: Uint8Array | string, fileName = 'a.csv'): Promise<Response> =>
  marketer.fetch(`/api/imports?fileName=${encodeURIComponent(fileName)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: typeof body === 'string' ? body : Buffer.from(body),
  });

const previewOf = async (body: Uint8Array | string): Promise<ImportPreview> => (await (await upload(body)).json()) as ImportPreview;

async function run(text: string, mapping?: Record<string, string | null>) {
  const preview = await previewOf(text);
  const guessed = Object.fromEntries(preview.columns.map(({ name, field }) => [name, field]));
  await marketer.api.imports.start.mutate({ jobId: preview.jobId, mapping: mapping ?? guessed, consent: null });
  await eventually(async () => (await marketer.api.imports.get.query({ jobId: preview.jobId })).status === 'done');
  return (await marketer.api.imports.rows.query({ jobId: preview.jobId, limit: 200 })).rows;
}

describe('preview', () => {
  test('guesses English headings and a semicolon', async () => {
    const preview = await previewOf('Full Name;E-mail;Mobile Phone;Job Title;Internal code\nAda;ada@a.example;17000000001;CTO;x\n');
    expect(preview.delimiter).toBe(';');
    expect(preview.columns.map(({ field }) => field)).toEqual(['name', 'email', 'phone', 'title', null]);
  });

  test('reads UTF-16 as Excel writes "Unicode text"', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode('姓名\t手机\n王五\t17000000002\n', 'utf-16le')]);
    const preview = await previewOf(bytes);
    expect(preview).toMatchObject({ encoding: 'utf-16le', delimiter: '\t' });
    expect(preview.columns[0]).toMatchObject({ name: '姓名', field: 'name', samples: ['王五'] });
  });

  test('reads the file again in the encoding a person chooses', async () => {
    const preview = await previewOf(iconv.encode('姓名,手机\n張三,17000000003\n', 'big5'));
    const again = await marketer.api.imports.preview.mutate({ jobId: preview.jobId, encoding: 'big5' });
    expect(again.columns[0]?.samples).toEqual(['張三']);
    expect(await refusalOf(marketer.api.imports.preview.mutate({ jobId: preview.jobId, encoding: 'ebcdic' }))).toMatchObject({
      status: 400,
      sentence: 'import.encoding-unknown',
    });
  });

  test('keeps apart columns without or with the same heading', async () => {
    const preview = await previewOf('邮箱,,邮箱\na@a.example,x,b@a.example\n');
    expect(preview.columns.map(({ name, field }) => [name, field])).toEqual([
      ['邮箱', 'email'],
      ['#2', null],
      ['邮箱 (2)', null],
    ]);
  });

  test.each([
    ['an Excel workbook', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'import.not-a-table'],
    ['a file without lines', Buffer.from('姓名,手机\n'), 'import.empty-file'],
    ['a file with NUL bytes', Buffer.from('姓名,手机\na\u0000b,17000000001\n'), 'import.not-a-table'],
    ['nothing', Buffer.alloc(0), 'import.empty-file'],
  ])('refuses %s', async (_what, bytes, code) => {
    const answer = await upload(bytes);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: code });
  });

  test('refuses more than 20 MB and names the limit', async () => {
    const answer = await upload(new Uint8Array(20 * 1024 * 1024 + 1).fill(97));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toEqual({ error: 'import.too-large', params: { limitMb: 20 } });
  });
});

describe('mapping', () => {
  test.each([
    [{ 姓名: 'name' }, 'import.no-identity-column'],
    [{ 手机: 'phone', 电话: 'phone' }, 'import.field-twice'],
    [{ 手机: 'shoe-size' }, 'import.field-unknown'],
    [{ 手机: 'phone', 鞋码: 'name' }, 'import.column-unknown'],
  ])('%j is refused as %s', async (mapping, sentence) => {
    const { jobId } = await previewOf('姓名,手机,电话\n王五,17000000004,17000000005\n');
    expect(await refusalOf(marketer.api.imports.start.mutate({ jobId, mapping, consent: null }))).toMatchObject({ status: 400, sentence });
  });

  test('an import starts once', async () => {
    const { jobId } = await previewOf('手机\n17000000006\n');
    const start = () => marketer.api.imports.start.mutate({ jobId, mapping: { 手机: 'phone' }, consent: null });
    await start();
    expect(await refusalOf(start())).toMatchObject({ status: 409, sentence: 'import.started' });
  });
});

describe('lines', () => {
  test('full-width digits and signs are read', async () => {
    const [row] = await run('姓名,手机,邮箱\n李雷,１７０００００１００１,ｌｅｉ＠ａ.example\n');
    expect(row?.outcome).toBe('imported');
    expect(row?.remarks.map(({ code }) => code)).toEqual(['import.full-width', 'import.full-width']);
    const lead = await engine.db.client.lead.findUniqueOrThrow({ where: { id: row?.leadId ?? '' } });
    expect(lead).toMatchObject({ phone: '+8617000001001', email: 'lei@a.example' });
  });

  test('the three ways to write a date mean midnight or the minute in the time zone of the workspace', async () => {
    const rows = await run(
      '邮箱,创建时间\nd1@a.example,2026年8月31日\nd2@a.example,2026/9/4\nd3@a.example,2026-09-26 04:24\nd4@a.example,2026-02-30\nd5@a.example,2099-01-01\n',
    );
    const created = await engine.db.client.lead.findMany({
      where: { email: { in: ['d1@a.example', 'd2@a.example', 'd3@a.example'] } },
      orderBy: { email: 'asc' },
    });
    expect(created.map(({ createdAt }) => createdAt.toISOString())).toEqual([
      '2026-08-30T16:00:00.000Z',
      '2026-09-03T16:00:00.000Z',
      '2026-09-25T20:24:00.000Z',
    ]);
    expect(rows.slice(3).map(({ remarks }) => remarks.map(({ code }) => code))).toEqual([['import.date-invalid'], ['import.date-future']]);
  });

  test('a landline alone recognises nobody; with an address it is kept', async () => {
    const rows = await run('电话,邮箱\n010-62345678,\n010-62345678,landline@a.example\n');
    expect(rows.map(({ outcome, remarks }) => [outcome, remarks[0]?.code])).toEqual([
      ['refused', 'import.landline-only'],
      ['imported', undefined],
    ]);
  });

  test('an owner is found by WeCom id or by name; anybody else is ignored with a remark', async () => {
    const rows = await run('邮箱,负责人\no1@a.example,zhangsan\no2@a.example,The SDR\no3@a.example,nobody\n');
    const leads = await engine.db.client.lead.findMany({ where: { email: { startsWith: 'o' } }, orderBy: { email: 'asc' } });
    expect(leads.map(({ owner }) => owner)).toEqual(['zhangsan', 'zhangsan', null]);
    expect(rows[2]?.remarks).toEqual([{ code: 'import.owner-unknown', params: { value: 'nobody' } }]);
  });

  test('a number before which people write a plus or a minus is no formula', async () => {
    const rows = await run('邮箱,备注\nf1@a.example,-5\nf2@a.example,+86 10\nf3@a.example,-cmd|calc\nf4@a.example,@SUM(A1)\n');
    expect(rows.map(({ remarks }) => remarks.length)).toEqual([0, 0, 1, 1]);
  });

  test('cells beyond the heading are counted, and a column nobody mapped is left out', async () => {
    const [read] = await run('邮箱,姓名,密码\nx@a.example,Null,secret,more\n', { 邮箱: 'email', 姓名: 'name', 密码: null });
    expect(read?.remarks).toEqual([{ code: 'import.extra-cells', params: { count: 1 } }]);
    const lead = await engine.db.client.lead.findUniqueOrThrow({ where: { id: read?.leadId ?? '' } });
    expect(JSON.stringify(lead)).not.toContain('secret');
  });

  test('a column can be kept as a free attribute', async () => {
    const [row] = await run('邮箱,会员号\nattr@a.example,M-17\n', { 邮箱: 'email', 会员号: 'attribute' });
    const lead = await engine.db.client.lead.findUniqueOrThrow({ where: { id: row?.leadId ?? '' } });
    expect(lead.attributes).toEqual({ 会员号: 'M-17' });
  });

  test('what is known already is not overwritten', async () => {
    await run('邮箱,姓名,城市\nkeep@a.example,First,\n');
    const [row] = await run('邮箱,姓名,城市\nkeep@a.example,Second,Paris\n');
    const lead = await engine.db.client.lead.findUniqueOrThrow({ where: { id: row?.leadId ?? '' } });
    expect({ outcome: row?.outcome, name: lead.name, city: lead.city }).toEqual({ outcome: 'merged', name: 'First', city: 'Paris' });
    expect(row?.remarks).toEqual([{ code: 'import.known-email', params: {} }]);
  });
});
