import { z } from 'zod';
import { type Answer, malformed, refuse } from './answer.ts';

/** A request as asked for, or the refusal it deserves. */
export type ReadBody<Input> = { readonly ok: true; readonly input: Input } | { readonly ok: false; readonly refusal: Answer };

/** Parameters whose absence has an errcode of its own; all others are 40058. */
const MISSING: Readonly<Record<string, number>> = {
  userid: 41009,
  external_userid: 41035,
  msgid: 41046,
  welcome_code: 41049,
  config_id: 41043,
  agentid: 41011,
};

/** Reads a body by its shape. What cannot be parsed as JSON at all arrives here as undefined. */
export function readBody<Shape extends z.ZodType>(shape: Shape, body: unknown): ReadBody<z.output<Shape>> {
  if (typeof body !== 'object' || body === null) return { ok: false, refusal: malformed('Warning: wrong json format.') };
  const parsed = shape.safeParse(body);
  if (parsed.success) return { ok: true, input: parsed.data };
  for (const { path } of parsed.error.issues) {
    const name = String(path[0] ?? '');
    const code = MISSING[name];
    if (path.length === 1 && code !== undefined && !Object.hasOwn(body, name)) return { ok: false, refusal: refuse(code, `missing ${name}`) };
  }
  return { ok: false, refusal: malformed(z.prettifyError(parsed.error).replaceAll('\n', ' ')) };
}

/** Answers a call whose body has the shape, and refuses the others. */
export function withBody<Shape extends z.ZodType>(shape: Shape, body: unknown, answer: (input: z.output<Shape>) => Answer): Answer {
  const read = readBody(shape, body);
  return read.ok ? answer(read.input) : read.refusal;
}
