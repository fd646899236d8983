import type { JourneyService } from '../ports.ts';
import { countLeads } from './count-leads.ts';
import { countMatching } from './count-matching.ts';
import { archiveJourney, createJourney, duplicateJourney, readJourney, renameJourney, saveDraft } from './edit-journey.ts';
import { enrolLeads } from './enrol-leads.ts';
import { findJourney } from './find-journey.ts';
import { flowWindow } from './flow-window.ts';
import { countJourney } from './journey-counts.ts';
import type { JourneyParts } from './journey-parts.ts';
import { cancelMove, readMove } from './leads-inside.ts';
import { listJourneys } from './list-journeys.ts';
import { pauseJourney, resumeJourney } from './pause-journey.ts';
import { publishJourney } from './publish-journey.ts';
import { listRuns, readTrail } from './read-runs.ts';
import { listVersions, readVersion } from './read-versions.ts';
import { removeLeads } from './remove-leads.ts';
import { rollBack } from './roll-back.ts';
import { workspaceNames } from './workspace-names.ts';

/** Journeys: drawing, publishing, watching. */
export function createJourneyService(parts: JourneyParts): JourneyService {
  return {
    list: (caller) => listJourneys(parts, caller),
    get: (caller, input) => readJourney(parts, caller, input),
    create: (caller, input) => createJourney(parts, caller, input),
    saveDraft: (caller, input) => saveDraft(parts, caller, input),
    rename: (caller, input) => renameJourney(parts, caller, input),
    duplicate: (caller, input) => duplicateJourney(parts, caller, input),
    archive: (caller, input) => archiveJourney(parts, caller, input),
    publish: (caller, input) => publishJourney(parts, caller, input),
    move: (caller, input) => readMove(parts, caller, input),
    cancelMove: (caller, input) => cancelMove(parts, caller, input),
    rollBack: (caller, input) => rollBack(parts, caller, input),
    countMatching: (caller, input) => countMatching(parts, caller, input),
    countLeads: (caller, input) => countLeads(parts, caller, input),
    versions: (caller, input) => listVersions(parts, caller, input),
    version: (caller, input) => readVersion(parts, caller, input),
    counts: async (caller, { id, period }) => {
      const journey = await findJourney(parts.db, caller, id);
      return countJourney(parts.db, id, await flowWindow(parts, journey, period));
    },
    runs: (caller, input) => listRuns(parts, caller, input),
    trail: (caller, input) => readTrail(parts, caller, input),
    pause: (caller, input) => pauseJourney(parts, caller, input),
    resume: (caller, input) => resumeJourney(parts, caller, input),
    removeLeads: (caller, input) => removeLeads(parts, caller, input),
    enrol: (caller, input) => enrolLeads(parts, caller, input),
    names: (caller) => workspaceNames(parts.db, caller.workspaceId),
  };
}
