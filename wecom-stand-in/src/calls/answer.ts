/** What a call answers: `errcode` 0, or the code of a refusal. */
export type Answer = { readonly errcode: number; readonly errmsg: string; readonly [field: string]: unknown };

/** The call was carried out. */
export const ok = (fields: Readonly<Record<string, unknown>> = {}): Answer => ({ errcode: 0, errmsg: 'ok', ...fields });

/** The call was refused. Codes: WeCom's global return codes (page 90313). */
export const refuse = (errcode: number, errmsg: string): Answer => ({
  errcode,
  errmsg: `${errmsg}, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`,
});

/** The body has not the shape that the documentation asks for. */
export const malformed = (why: string): Answer => refuse(40058, `invalid Request Parameter: ${why}`);
