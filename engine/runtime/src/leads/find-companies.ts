import type { Work } from '../work/work.ts';
import { companyNameKey } from './company-name-key.ts';
import { asObject, type CompanyRow } from './lead-row.ts';

/** A company as a lead's data names it. */
export interface CompanyInput {
  readonly name: string;
  readonly industry?: string | null;
  readonly size?: string | null;
  /** Mail domain; never a free-mail provider's. */
  readonly domain?: string | null;
}

/** The companies of these names, by name key; makes those that are missing. Gaps of known ones are filled, nothing is overwritten. */
export async function findCompanies(work: Work, inputs: readonly CompanyInput[]): Promise<ReadonlyMap<string, CompanyRow>> {
  const byKey = new Map<string, CompanyInput>();
  for (const input of inputs) {
    const key = companyNameKey(input.name);
    if (key !== '') byKey.set(key, withoutGaps(byKey.get(key), input));
  }
  if (byKey.size === 0) return new Map();
  const known = await read(work, [...byKey.keys()]);
  const missing = [...byKey].filter(([key]) => !known.has(key)).sort(([a], [b]) => (a < b ? -1 : 1));
  if (missing.length > 0) {
    await work.tx.company.createMany({ data: missing.map(([nameKey, input]) => newCompany(work, nameKey, input)), skipDuplicates: true });
    for (const [key, row] of await read(
      work,
      missing.map(([key]) => key),
    ))
      known.set(key, row);
  }
  for (const [key, row] of known) known.set(key, await filled(work, row, byKey.get(key)));
  return known;
}

async function read({ tx, workspace }: Work, keys: readonly string[]): Promise<Map<string, CompanyRow>> {
  const rows = await tx.company.findMany({ where: { workspaceId: workspace.id, nameKey: { in: [...keys] } } });
  return new Map(
    rows.map(({ nameKey, id, name, industry, size, domain, attributes }) => [
      nameKey,
      { id, name, industry, size, domain, attributes: asObject(attributes) },
    ]),
  );
}

function newCompany(work: Work, nameKey: string, { name, industry, size, domain }: CompanyInput) {
  return {
    id: work.newId(),
    workspaceId: work.workspace.id,
    name: name.normalize('NFKC').trim(),
    nameKey,
    industry: industry ?? null,
    size: size ?? null,
    domain: domain ?? null,
    createdAt: new Date(work.now),
  };
}

async function filled(work: Work, row: CompanyRow, input: CompanyInput | undefined): Promise<CompanyRow> {
  const gaps = {
    ...(row.industry === null && input?.industry ? { industry: input.industry } : {}),
    ...(row.size === null && input?.size ? { size: input.size } : {}),
    ...(row.domain === null && input?.domain ? { domain: input.domain } : {}),
  };
  if (Object.keys(gaps).length === 0) return row;
  await work.tx.company.update({ where: { id: row.id }, data: gaps });
  return { ...row, ...gaps };
}

function withoutGaps(a: CompanyInput | undefined, b: CompanyInput): CompanyInput {
  if (a === undefined) return b;
  return { name: a.name, industry: a.industry ?? b.industry ?? null, size: a.size ?? b.size ?? null, domain: a.domain ?? b.domain ?? null };
}
