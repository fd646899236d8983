import type { SettingsService } from '../ports.ts';
import { addMember } from './add-member.ts';
import { createIntakeKey, listIntakeKeys, revokeIntakeKey } from './intake-keys.ts';
import { listChannels } from './list-channels.ts';
import { listMembers, setRole } from './members.ts';
import { readOverview } from './read-overview.ts';
import { saveChannel } from './save-channel.ts';
import { listScoreRules, saveScoreRule } from './score-rules.ts';
import { setClockFactor } from './set-clock-factor.ts';
import type { SettingsParts } from './settings-parts.ts';

/** Members, keys, channels, score rules and the clock of a workspace. */
export function createSettingsService(parts: SettingsParts): SettingsService {
  return {
    members: (caller) => listMembers(parts, caller),
    setRole: (caller, input) => setRole(parts, caller, input),
    addMember: (caller, input) => addMember(parts, caller, input),
    intakeKeys: (caller) => listIntakeKeys(parts, caller),
    createIntakeKey: (caller, input) => createIntakeKey(parts, caller, input),
    revokeIntakeKey: (caller, input) => revokeIntakeKey(parts, caller, input),
    channels: (caller) => listChannels(parts, caller),
    saveChannel: (caller, input) => saveChannel(parts, caller, input),
    scoreRules: (caller) => listScoreRules(parts, caller),
    saveScoreRule: (caller, input) => saveScoreRule(parts, caller, input),
    setClockFactor: (caller, input) => setClockFactor(parts, caller, input),
    overview: (caller) => readOverview(parts, caller),
  };
}
