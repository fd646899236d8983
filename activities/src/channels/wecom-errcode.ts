/** What an errcode asks of us. Codes and classes: WeCom's global return codes (developer.work.weixin.qq.com, page 90313). */
export type ErrcodeClass = 'ok' | 'transient' | 'refresh-token' | 'throttled' | 'config' | 'unreachable' | 'refused';

const CLASSES: Readonly<Record<Exclude<ErrcodeClass, 'ok' | 'refused'>, readonly number[]>> = {
  transient: [-1, 6000, 45033, 45035, 41063, 41079],
  'refresh-token': [40014, 42001],
  throttled: [45009, 41094],
  config: [40001, 40013, 41001, 41004, 48001, 48002, 48003, 48004, 48005, 48006, 50002, 50003, 60020, 301002, 43012],
  unreachable: [84061, 40096, 41048, 41054, 40098, 84074, 84083, 84084, 60111, 60011, 81013, 43004],
};

/** The class of an errcode; codes that nobody listed are refusals of this one call. Match on codes, never on errmsg. */
export function classifyErrcode(errcode: number): ErrcodeClass {
  if (errcode === 0) return 'ok';
  for (const [name, codes] of Object.entries(CLASSES)) if (codes.includes(errcode)) return name as ErrcodeClass;
  return 'refused';
}
