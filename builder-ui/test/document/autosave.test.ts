import type { JourneyDocument } from '@tendril/journey/model';
import { describe, expect, test } from 'vitest';
import { createAutosave, type SaveOutcome } from '../../src/document/autosave.ts';
import { keepDraft, keptDraft } from '../../src/document/kept-draft.ts';
import { draw } from '../support/drawing.ts';

const drawing = (name: string): JourneyDocument => ({ ...draw({}), name });

/** A saver with an API that answers what the test says, and timers that run when the test says. */
function saver(...answers: SaveOutcome[]) {
  const timers: (() => void)[] = [];
  const sent: { name: string; basedOn: number }[] = [];
  const kept: (string | null)[] = [];
  let revision = 7;
  const autosave = createAutosave({
    revision,
    schedule: (run) => {
      timers.push(run);
      return () => timers.splice(timers.indexOf(run), timers.includes(run) ? 1 : 0);
    },
    keep: (draft) => kept.push(draft?.document.name ?? null),
    send: async (document, basedOn) => {
      sent.push({ name: document.name, basedOn });
      return answers.shift() ?? { ok: true, revision: ++revision };
    },
  });
  const runTimers = async () => {
    for (const run of timers.splice(0)) run();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { autosave, sent, kept, runTimers, state: () => autosave.state.getState().at };
}

describe('a draft saves itself', () => {
  test('when typing rests, only the last state is sent, and the next save builds on it', async () => {
    const { autosave, sent, runTimers, state } = saver();
    for (const name of ['a', 'ab', 'abc']) autosave.changed(drawing(name));
    expect(state()).toBe('waiting');
    await runTimers();
    autosave.changed(drawing('abcd'));
    await runTimers();
    expect(sent).toEqual([
      { name: 'abc', basedOn: 7 },
      { name: 'abcd', basedOn: 8 },
    ]);
    expect(state()).toBe('saved');
  });

  test('what changes while a save is under way is saved after it', async () => {
    const { autosave, sent, state } = saver();
    autosave.changed(drawing('first'));
    const saving = autosave.flush();
    autosave.changed(drawing('second'));
    await saving;
    expect(await autosave.flush()).toBe(true);
    expect(sent.map(({ name }) => name)).toEqual(['first', 'second']);
    expect(state()).toBe('saved');
  });

  test('several who wait for the same save do not send side by side, which would look like somebody else', async () => {
    const { autosave, sent, state } = saver();
    autosave.changed(drawing('first'));
    const saving = [autosave.flush()];
    autosave.changed(drawing('second'));
    saving.push(autosave.flush(), autosave.flush(), autosave.flush());
    expect(await Promise.all(saving)).toEqual([true, true, true, true]);
    expect(sent).toEqual([
      { name: 'first', basedOn: 7 },
      { name: 'second', basedOn: 8 },
    ]);
    expect(state()).toBe('saved');
  });

  test('while the API is away changes are counted and kept, and sent when it is back', async () => {
    const { autosave, sent, kept, runTimers, state } = saver({ ok: false, why: 'offline' });
    autosave.changed(drawing('a'));
    await runTimers();
    expect(state()).toBe('offline');
    autosave.changed(drawing('ab'));
    expect(autosave.state.getState()).toEqual({ at: 'offline', changes: 2 });
    expect(kept.at(-1)).toBe('ab');
    autosave.retry();
    await runTimers();
    expect(sent.at(-1)).toEqual({ name: 'ab', basedOn: 7 });
    expect(state()).toBe('saved');
    expect(kept.at(-1)).toBeNull();
  });

  test('a conflict stops saving until the person decides', async () => {
    const { autosave, sent, runTimers, state } = saver({ ok: false, why: 'conflict' });
    autosave.changed(drawing('mine'));
    await runTimers();
    expect(state()).toBe('conflict');
    autosave.changed(drawing('mine too'));
    await runTimers();
    expect(sent).toHaveLength(1);
    expect(await autosave.overwrite(12)).toBe(true);
    expect(sent.at(-1)).toEqual({ name: 'mine too', basedOn: 12 });
  });

  test('after loading what the other person saved, saving builds on that', async () => {
    const { autosave, sent, kept, runTimers, state } = saver({ ok: false, why: 'conflict' });
    autosave.changed(drawing('mine'));
    await runTimers();
    autosave.restart(12);
    expect([state(), kept.at(-1)]).toEqual(['saved', null]);
    autosave.changed(drawing('on theirs'));
    await runTimers();
    expect(sent.at(-1)).toEqual({ name: 'on theirs', basedOn: 12 });
  });

  test('a refusal is shown with its reason', async () => {
    const { autosave, runTimers } = saver({ ok: false, why: 'refused', error: 'too large' });
    autosave.changed(drawing('a'));
    await runTimers();
    expect(autosave.state.getState()).toEqual({ at: 'refused', error: 'too large' });
  });
});

describe('a draft kept in the browser', () => {
  const storage = () => {
    const items = new Map<string, string>();
    return {
      items,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
      getItem: (key: string) => items.get(key) ?? null,
    };
  };

  test('comes back as it was, per journey', () => {
    const store = storage();
    keepDraft(store, 'j1', { document: drawing('a'), basedOn: 3 });
    expect(keptDraft(store, 'j1')).toEqual({ document: drawing('a'), basedOn: 3 });
    expect(keptDraft(store, 'j2')).toBeNull();
    keepDraft(store, 'j1', null);
    expect(keptDraft(store, 'j1')).toBeNull();
  });

  test('what cannot be read counts as none, and a full store is no reason to stop', () => {
    const store = storage();
    store.items.set('tendril.draft.j1', '{"document":');
    expect(keptDraft(store, 'j1')).toBeNull();
    const full = {
      ...store,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(() => keepDraft(full, 'j1', { document: drawing('a'), basedOn: 3 })).not.toThrow();
  });
});
