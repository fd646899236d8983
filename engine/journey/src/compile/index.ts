/** The compiler: from a journey document to a program, or to what has to be mended first. */
export { canonicalJson } from './canonical-json.ts';
export { PROBLEM_CODES, type ProblemCode, problem, type Severity, severityOf } from './catalogue.ts';
export { type Compiled, type CompileOptions, compile } from './compile.ts';
export { type Change, type DiffOptions, diff } from './diff.ts';
export { hashProgram } from './hash.ts';
