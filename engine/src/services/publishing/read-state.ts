import type { Diagnostic } from '@tendril/journey/model';
import type { PublicationView, PublishingView, TrialView } from '../../api/publishing-views.ts';
import { findJourney, type StoredJourney } from '../journeys/find-journey.ts';
import type { JourneyParts } from '../journeys/journey-parts.ts';
import type { Caller } from '../ports.ts';
import { mustAsk } from './ask-to-publish.ts';
import { type GuardLimits, type Overstepped, ratesOf } from './guard-metrics.ts';
import type { PublishChoices } from './publish-choices.ts';
import { trialNumbers } from './watch-trial.ts';

type Parts = Pick<JourneyParts, 'db'>;

/** What is on its way to being live: what waits for its time or a second person, and what is on trial. */
export async function readPublishing({ db }: Parts, caller: Caller, { id }: { id: string }): Promise<PublishingView> {
  const journey = await findJourney(db, caller, id);
  const [needsApproval, publication, trial] = await Promise.all([
    mustAsk({ db }, caller),
    readPublication({ db }, caller, journey),
    readTrial({ db }, journey),
  ]);
  return { needsApproval, publication, trial };
}

async function readPublication({ db }: Parts, { userId, role }: Caller, journey: StoredJourney): Promise<PublicationView | null> {
  const { client } = db;
  const [newest, version] = await Promise.all([
    client.publication.findFirst({ where: { journeyId: journey.id }, orderBy: { requestedAt: 'desc' } }),
    client.journeyVersion.findFirst({ where: { journeyId: journey.id }, orderBy: { number: 'desc' }, select: { publishedAt: true } }),
  ]);
  if (newest === null || ['published', 'cancelled'].includes(newest.status)) return null;
  const { status, requestedBy, decidedBy, requestedAt, goLiveAt, decisionNote, revision } = newest;
  const isOpen = status === 'requested' || status === 'scheduled';
  // What was declined or refused is of interest until something else goes live.
  if (!isOpen && version !== null && version.publishedAt > requestedAt) return null;
  const people = await client.user.findMany({ where: { id: { in: [requestedBy, ...(decidedBy === null ? [] : [decidedBy])] } } });
  const nameOf = (id: string | null): string | null => (id === null ? null : (people.find((person) => person.id === id)?.name ?? id));
  const choices = newest.choices as unknown as PublishChoices;
  const isChanged = revision !== journey.draftRevision;
  const isReset = status === 'requested' && isChanged;
  return {
    id: newest.id,
    status: isReset ? 'reset' : (status as PublicationView['status']),
    note: choices.note,
    plan: choices.plan,
    canaryPercent: choices.canary?.percent ?? null,
    goLiveAt: goLiveAt?.toISOString() ?? null,
    requestedBy: nameOf(requestedBy) ?? requestedBy,
    requestedAt: requestedAt.toISOString(),
    mayDecide: status === 'requested' && !isReset && requestedBy !== userId && (role === 'marketer' || role === 'admin'),
    isMine: requestedBy === userId,
    decidedBy: nameOf(decidedBy),
    decisionNote,
    draftChangedSince: isChanged,
    problems: (newest.problems as readonly Diagnostic[] | null) ?? [],
  };
}

async function readTrial({ db }: Parts, journey: StoredJourney): Promise<TrialView | null> {
  const canary = await db.client.canary.findFirst({ where: { journeyId: journey.id }, orderBy: { version: 'desc' } });
  if (canary === null || !['running', 'stopped'].includes(canary.status) || journey.liveVersion !== canary.against) return null;
  const { version, against, percent, startedAt, status, reason, limits } = canary;
  const { plan } = canary.choices as unknown as PublishChoices;
  const numbers = await trialNumbers({ db }, canary);
  return {
    version,
    against,
    percent,
    status: status === 'stopped' ? 'stopped' : 'running',
    startedAt: startedAt.toISOString(),
    limits: limits as unknown as GuardLimits,
    plan,
    reason: reason as Overstepped | null,
    numbers,
    rates: { trial: ratesOf(numbers.trial), live: ratesOf(numbers.live) },
  };
}
