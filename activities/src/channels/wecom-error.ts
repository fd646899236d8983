import type { ErrcodeClass } from './wecom-errcode.ts';

/** Why a call did not do what was asked. Without an errcode: `no-connection` did certainly nothing, `no-answer` may have. */
export type WecomFailure = Exclude<ErrcodeClass, 'ok' | 'already-done'> | 'no-connection' | 'no-answer';

/** A call that WeCom did not answer with errcode 0, or did not answer at all. Carries no secret. */
export class WecomError extends Error {
  override readonly name = 'WecomError';
  readonly class: WecomFailure;
  readonly errcode: number | null;

  constructor(kind: WecomFailure, message: string, errcode: number | null = null) {
    super(message);
    this.class = kind;
    this.errcode = errcode;
  }
}
