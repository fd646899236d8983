import { randomBytes } from 'node:crypto';
import type { IntakeKeyRow } from '../../api/views.ts';
import { hashWriteKey } from '../../intake/write-key.ts';
import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import type { SettingsParts } from './settings-parts.ts';

type Parts = Pick<SettingsParts, 'db' | 'clock'>;

/** The write keys of the workspace, newest first. */
export async function listIntakeKeys({ db }: Parts, caller: Caller): Promise<readonly IntakeKeyRow[]> {
  const keys = await db.client.intakeKey.findMany({ where: { workspaceId: caller.workspaceId }, orderBy: { createdAt: 'desc' } });
  return keys.map(({ id, name, hint, createdAt, revokedAt }) => ({
    id,
    name,
    hint,
    createdAtReal: createdAt.toISOString(),
    revokedAtReal: revokedAt?.toISOString() ?? null,
  }));
}

/** Makes a write key. The key is answered here and kept nowhere. */
export async function createIntakeKey({ db }: Parts, caller: Caller, { name }: { name: string }): Promise<{ key: string }> {
  const key = `tk_${randomBytes(24).toString('base64url')}`;
  await db.client.$transaction(async (tx) => {
    const row = await tx.intakeKey.create({ data: { workspaceId: caller.workspaceId, name, keyHash: hashWriteKey(key), hint: key.slice(-4) } });
    await recordDeed(tx, { caller, action: 'intake-key.created', subjectType: 'intake-key', subjectId: row.id, detail: { name } });
  });
  return { key };
}

/**
 * Makes a key unusable at once. Revoking a revoked key changes nothing.
 * @throws UserError `intake-key.missing`
 */
export async function revokeIntakeKey({ db, clock }: Parts, caller: Caller, { id }: { id: string }): Promise<void> {
  const { workspaceId } = caller;
  await db.client.$transaction(async (tx) => {
    const key = await tx.intakeKey.findFirst({ where: { id, workspaceId } });
    if (key === null) throw new UserError('intake-key.missing', { id }, 'NOT_FOUND');
    if (key.revokedAt !== null) return;
    await tx.intakeKey.update({ where: { id }, data: { revokedAt: new Date(clock.now()) } });
    await recordDeed(tx, { caller, action: 'intake-key.revoked', subjectType: 'intake-key', subjectId: id, detail: { name: key.name } });
  });
}
