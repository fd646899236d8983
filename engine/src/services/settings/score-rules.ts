import type { JsonObject, LocalText } from '@tendril/journey/model';
import type { ScoreRuleRow } from '../../api/views.ts';
import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import type { SettingsParts } from './settings-parts.ts';

type Parts = Pick<SettingsParts, 'db'>;

/** The scoring rules, by dimension, heaviest first. */
export async function listScoreRules({ db }: Parts, { workspaceId }: Caller): Promise<readonly ScoreRuleRow[]> {
  const rules = await db.client.scoreRule.findMany({ where: { workspaceId }, orderBy: [{ dimension: 'asc' }, { points: 'desc' }, { key: 'asc' }] });
  return rules.map(({ key, name, dimension, trigger, points, enabled }) => ({
    key,
    name: name as unknown as LocalText,
    dimension: dimension as ScoreRuleRow['dimension'],
    trigger: trigger as JsonObject,
    points,
    enabled,
  }));
}

/**
 * Changes what a rule is worth from now on. Points already given stay, since they say what was true then.
 * @throws UserError `score-rule.missing`
 */
export async function saveScoreRule({ db }: Parts, caller: Caller, change: { key: string; points: number; enabled: boolean }): Promise<void> {
  const { workspaceId } = caller;
  const { key, points, enabled } = change;
  await db.client.$transaction(async (tx) => {
    const rule = await tx.scoreRule.findUnique({ where: { workspaceId_key: { workspaceId, key } } });
    if (rule === null) throw new UserError('score-rule.missing', { key }, 'NOT_FOUND');
    await tx.scoreRule.update({ where: { id: rule.id }, data: { points, enabled } });
    const detail = { from: { points: rule.points, enabled: rule.enabled }, to: { points, enabled } };
    await recordDeed(tx, { caller, action: 'score-rule.changed', subjectType: 'score-rule', subjectId: key, detail });
  });
}
