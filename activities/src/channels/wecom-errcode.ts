/** What an errcode asks of us. Codes and classes: WeCom's global return codes (developer.work.weixin.qq.com, page 90313). */
export type ErrcodeClass = 'ok' | 'already-done' | 'transient' | 'refresh-token' | 'throttled' | 'config' | 'unreachable' | 'expired' | 'refused';

const CLASSES: Readonly<Record<Exclude<ErrcodeClass, 'ok' | 'refused'>, readonly number[]>> = {
  // The chat has begun, the task is cancelled, the transfer runs: what was asked for is already so.
  'already-done': [41051, 41093, 40100, 40129],
  transient: [-1, 6000, 45033, 45035, 41063, 41079, 41096],
  'refresh-token': [40014, 42001],
  throttled: [45009, 41094],
  // A wrong secret must never be tried again by itself: several in a row block our address for an hour.
  config: [
    40001, 40013, 40056, 41001, 41002, 41004, 41011, 43012, 48001, 48002, 48003, 48004, 48005, 48006, 48007, 48008, 48009, 50001, 50002, 50003, 60020,
    301002, 701008, 701099,
  ],
  unreachable: [84061, 40096, 41048, 41054, 40098, 84074, 84083, 84084, 60111, 60011, 81013, 43004],
  // Codes that live for seconds or are good for one use.
  expired: [41050, 42014, 42015, 42016, 42017, 42018, 42019, 42020],
};

const CLASS_OF: ReadonlyMap<number, ErrcodeClass> = new Map(
  Object.entries(CLASSES).flatMap(([name, codes]) => codes.map((code) => [code, name as ErrcodeClass] as const)),
);

/** The class of an errcode; codes that nobody listed are refusals of this one call. Match on codes, never on errmsg. */
export const classifyErrcode = (errcode: number): ErrcodeClass => (errcode === 0 ? 'ok' : (CLASS_OF.get(errcode) ?? 'refused'));
