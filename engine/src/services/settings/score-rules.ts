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
 * Changes what a rule is worth. Points for events stay as they were given, since they say what was true then; the fit of
 * all leads is brought in line in the background.
 * @throws UserError `score-rule.missing`
 */
export async function saveScoreRule(
  { db, runtime, log }: Pick<SettingsParts, 'db' | 'runtime' | 'log'>,
  caller: Caller,
  change: { key: string; points: number; enabled: boolean },
): Promise<void> {
  const { workspaceId } = caller;
  const { key, points, enabled } = change;
  const isProfileRule = await db.client.$transaction(async (tx) => {
    const rule = await tx.scoreRule.findUnique({ where: { workspaceId_key: { workspaceId, key } } });
    if (rule === null) throw new UserError('score-rule.missing', { key }, 'NOT_FOUND');
    await tx.scoreRule.update({ where: { id: rule.id }, data: { points, enabled } });
    const detail = { from: { points: rule.points, enabled: rule.enabled }, to: { points, enabled } };
    await recordDeed(tx, { caller, action: 'score-rule.changed', subjectType: 'score-rule', subjectId: key, detail });
    return (rule.trigger as JsonObject)['on'] === 'profile';
  });
  if (!isProfileRule) return;
  runtime.rescoreProfiles({ workspaceId }).catch((error: unknown) => log.error({ err: error, workspaceId }, 'leads could not be rescored'));
}
