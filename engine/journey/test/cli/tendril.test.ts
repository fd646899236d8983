import { formatDocument } from '@tendril/journey/schema';
import { testFromScript } from '@tendril/journey/simulator';
import { describe, expect, test, vi } from 'vitest';
import { journey } from '../journey-builder.ts';
import { laboratoryOf, START } from '../simulator/laboratory.ts';
import { openShell } from './run-tendril.ts';

// Each run is a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const drawn = (timeout: string) =>
  journey('watched')
    .step('in', 'entry-new-lead', {}, 'watch')
    .step('watch', 'wait-for-event', { events: [{ event: 'Demo Requested' }], timeout }, { happened: 'yes', timeout: 'no' })
    .exit('yes', 'no');

const good = drawn('3d').document();
const saved = testFromScript(
  laboratoryOf(drawn('3d').program()),
  { start: START, happens: [{ after: '1d', event: 'Demo Requested' }] },
  { id: 't', name: 'asks' },
);
const dangling = { ...good, edges: good.edges.filter(({ port }) => port !== 'timeout') };

describe('tendril check', () => {
  test('says that a journey compiles and that its tests pass', async () => {
    await using shell = await openShell();
    await shell.write('good.json', { ...good, tests: [saved] });
    const { code, out } = await shell.tendril(['check', 'good.json']);
    expect(out).toMatch(/good\.json: compiles, 4 steps, [0-9a-f]{12}, 1 of 1 tests pass/);
    expect(code).toBe(0);
  });

  test('names the step, the code and the way out of each error, in the language asked for', async () => {
    await using shell = await openShell();
    await shell.write('bad.json', dangling);
    const english = await shell.tendril(['check', 'bad.json']);
    expect(english.code).toBe(1);
    expect(english.out).toContain('bad.json: error J210 “watch”: Nothing is connected to the way out “Timed out”.');
    const chinese = await shell.tendril(['check', 'bad.json', '--lang', 'zh']);
    expect(chinese.out).toContain('错误 J210 “watch”');
  });

  test('speaks Chinese where the terminal does', async () => {
    await using shell = await openShell({ LANG: 'zh_CN.UTF-8' });
    await shell.write('good.json', good);
    expect((await shell.tendril(['check', 'good.json'])).out).toContain('编译通过，4 个步骤');
  });

  test('fails while a saved test fails, and says at which line', async () => {
    await using shell = await openShell();
    await shell.write('slow.json', { ...drawn('12h').document(), tests: [saved] });
    const { code, out } = await shell.tendril(['check', 'slow.json']);
    expect(code).toBe(1);
    expect(out).toContain('test “asks” fails: expected day 1  watch:happened, found day 0  watch:timeout');
  });

  test('lets warnings pass unless they are to count', async () => {
    await using shell = await openShell();
    const warned = { ...good, nodes: [...good.nodes, { ...good.nodes[2], id: 'alone', name: 'alone' }] };
    await shell.write('warned.json', warned);
    expect((await shell.tendril(['check', 'warned.json'])).code).toBe(0);
    expect((await shell.tendril(['check', 'warned.json', '--strict'])).code).toBe(1);
  });

  test('answers machines in JSON, for several files', async () => {
    await using shell = await openShell();
    await shell.write('good.json', good);
    await shell.write('bad.json', dangling);
    const { code, out } = await shell.tendril(['check', '--json', 'good.json', 'bad.json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      { file: 'good.json', ok: true, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { file: 'bad.json', ok: false, hash: null },
    ]);
    expect(JSON.parse(out)[1].diagnostics[0]).toMatchObject({
      code: 'J210',
      severity: 'error',
      node: 'watch',
      sentence: expect.stringContaining('Timed out'),
    });
  });

  test.each([
    ['no JSON at all', '{', /not JSON/],
    ['not a journey', '{}', /"format" must be "tendril.journey"/],
  ])('says what is wrong with a file that is %s', async (_title, content, expected) => {
    await using shell = await openShell();
    await shell.write('x.json', content);
    const { code, out } = await shell.tendril(['check', 'x.json']);
    expect(code).toBe(1);
    expect(out).toMatch(expected);
  });
});

describe('tendril simulate', () => {
  test('tells the story of a lead that does nothing', async () => {
    await using shell = await openShell();
    await shell.write('good.json', good);
    const { code, out } = await shell.tendril(['simulate', 'good.json', '--start', START]);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'day 0  Came in as a new lead, source: –',
      'day 0  Waits for demo request, until Mar 5, 2026, 10:00 at the latest',
      'day 3  No demo request within 3 days',
      'day 3  The journey ends with the outcome “No”',
    ]);
  });

  test('follows a script', async () => {
    await using shell = await openShell();
    await shell.write('good.json', good);
    await shell.write('script.json', { start: START, happens: [{ after: '1d', event: 'Demo Requested' }] });
    const { out } = await shell.tendril(['simulate', 'good.json', '--script', 'script.json', '--json']);
    expect(JSON.parse(out)).toMatchObject({ end: { status: 'done', outcome: 'yes' } });
    await shell.write('script.json', { start: START, happens: [{ after: 'soon', event: 'Demo Requested' }] });
    const refused = await shell.tendril(['simulate', 'good.json', '--script', 'script.json']);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('script.json is no script: "happens.0');
  });

  test('forecasts many leads, the same way each time', async () => {
    await using shell = await openShell();
    await shell.write('good.json', good);
    const [once, again] = [
      await shell.tendril(['simulate', 'good.json', '--leads', '200', '--json']),
      await shell.tendril(['simulate', 'good.json', '--leads', '200', '--json']),
    ];
    expect(JSON.parse(once.out)).toMatchObject({ leads: 200, inside: 0 });
    expect(again.out).toBe(once.out);
    const words = await shell.tendril(['simulate', 'good.json', '--leads', '200']);
    expect(words.out).toContain('200 leads, 0 not let in, 0 still inside');
    expect(words.out).toMatch(/watch: .*Timed out \d+ %/);
  });

  test('does not simulate what does not compile', async () => {
    await using shell = await openShell();
    await shell.write('bad.json', dangling);
    const { code, err } = await shell.tendril(['simulate', 'bad.json']);
    expect(code).toBe(1);
    expect(err).toContain('Nothing is connected');
  });
});

describe('tendril diff', () => {
  test('says what changed in meaning, and answers 1 as diff does', async () => {
    await using shell = await openShell();
    await shell.write('old.json', good);
    await shell.write('new.json', drawn('5d').document());
    const { code, out } = await shell.tendril(['diff', 'old.json', 'new.json']);
    expect(code).toBe(1);
    expect(out).toContain('3 days → 5 days on “watch”');
  });

  test('passes over positions', async () => {
    await using shell = await openShell();
    await shell.write('old.json', good);
    await shell.write('new.json', { ...good, nodes: good.nodes.map((node) => ({ ...node, position: { x: 7, y: 7 } })) });
    expect(await shell.tendril(['diff', 'old.json', 'new.json'])).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('tendril fmt', () => {
  test('writes the canonical text, which is then left alone', async () => {
    await using shell = await openShell();
    await shell.write('ugly.json', JSON.stringify(good));
    expect((await shell.tendril(['fmt', '--check', 'ugly.json'])).code).toBe(1);
    expect((await shell.tendril(['fmt', 'ugly.json'])).out).toBe('ugly.json: formatted');
    const written = await shell.read('ugly.json');
    expect((await shell.tendril(['fmt', '--check', 'ugly.json'])).code).toBe(0);
    expect(await shell.read('ugly.json')).toBe(written);
  });

  test('brings an old document up to date, and passes text through a pipe', async () => {
    await using shell = await openShell();
    const { notes: _notes, ...old } = { ...good, schemaVersion: 1, settings: { goalEvent: 'Deal Won' } };
    const { code, out } = await shell.tendril(['fmt', '-'], JSON.stringify(old));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: 3, notes: [], settings: { goal: { name: 'Deal Won' } } });
  });

  test('leaves a file alone that it cannot read', async () => {
    await using shell = await openShell();
    await shell.write('broken.json', '{"format":');
    const { code, err } = await shell.tendril(['fmt', 'broken.json']);
    expect(code).toBe(1);
    expect(err).toContain('This is not JSON');
    expect(await shell.read('broken.json')).toBe('{"format":');
  });

  test('agrees with what the canvas saves', async () => {
    await using shell = await openShell();
    await shell.write('x.json', JSON.stringify(good));
    await shell.tendril(['fmt', 'x.json']);
    const settings = JSON.parse(await shell.read('x.json')).settings;
    expect(await shell.read('x.json')).toBe(formatDocument({ ...good, settings }));
  });
});

describe('a command that is not understood', () => {
  test.each([
    [[], 2, 'out', 'tendril check <file…>'],
    [['--help'], 0, 'out', 'tendril check <file…>'],
    [['chekc'], 2, 'err', 'There is no command "chekc"'],
    [['check'], 2, 'err', 'Name 1 journey file(s)'],
    [['check', '--colour', 'x.json'], 2, 'err', "Unknown option '--colour'"],
    [['check', 'missing.json'], 2, 'err', 'Cannot read missing.json'],
    [['diff', 'x.json'], 2, 'err', 'Name 2 journey file(s)'],
    [['check', '--zone', 'Asia/Peking', 'x.json'], 2, 'err', 'There is no time zone "Asia/Peking"'],
  ] as const)('%j is answered by %d and a sentence', async (args, code, where, sentence) => {
    await using shell = await openShell();
    const answer = await shell.tendril(args);
    expect(answer[where]).toContain(sentence);
    expect(answer.code).toBe(code);
  });
});
