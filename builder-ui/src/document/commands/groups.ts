import type { DocumentGroup, JourneyDocument } from '@tendril/journey/model';
import { type Box, frameAround, holds } from '../frame.ts';
import { type Point, STEP_HEIGHT, STEP_WIDTH } from '../geometry.ts';

/** The groups of a drawing. */
export const groupsOf = (document: JourneyDocument): readonly DocumentGroup[] => document.groups ?? NONE;

const NONE: readonly DocumentGroup[] = [];

/** The group that a step or note is in. */
export const groupOf = (document: JourneyDocument, member: string): DocumentGroup | undefined =>
  groupsOf(document).find(({ members }) => members.includes(member));

/** A drawing without groups has no list of them, so that grouping and ungrouping leaves no trace in the file. */
function withGroups(document: JourneyDocument, groups: readonly DocumentGroup[]): JourneyDocument {
  const { groups: _, ...rest } = document;
  return groups.length === 0 ? rest : { ...rest, groups };
}

/** Forgets members that are no longer drawn, and groups without any. */
export function pruneGroups(document: JourneyDocument): JourneyDocument {
  const drawn = new Set([...document.nodes, ...(document.notes ?? [])].map(({ id }) => id));
  return keepMembers(document, (member) => drawn.has(member));
}

function keepMembers(document: JourneyDocument, keep: (member: string) => boolean): JourneyDocument {
  if (groupsOf(document).every(({ members }) => members.length > 0 && members.every(keep))) return document;
  const groups = groupsOf(document).map((group) => (group.members.every(keep) ? group : { ...group, members: group.members.filter(keep) }));
  return withGroups(
    document,
    groups.filter(({ members }) => members.length > 0),
  );
}

/** Puts a frame around steps and notes. They leave the groups they were in. */
export function addGroup(document: JourneyDocument, group: DocumentGroup): JourneyDocument {
  const drawn = [...document.nodes, ...(document.notes ?? [])].map(({ id }) => id);
  const members = drawn.filter((id) => group.members.includes(id));
  if (members.length === 0) return document;
  const left = leaveGroups(document, members);
  return withGroups(left, [...groupsOf(left), { ...group, members }]);
}

/** Takes frames away; what is inside stays. */
export function ungroup(document: JourneyDocument, ids: readonly string[]): JourneyDocument {
  const left = groupsOf(document).filter(({ id }) => !ids.includes(id));
  return left.length === groupsOf(document).length ? document : withGroups(document, left);
}

/** Takes steps and notes out of their groups. */
export const leaveGroups = (document: JourneyDocument, members: readonly string[]): JourneyDocument =>
  keepMembers(document, (member) => !members.includes(member));

/** Adds steps and notes to a group; they leave the one they were in. */
export function joinGroup(document: JourneyDocument, id: string, members: readonly string[]): JourneyDocument {
  const group = groupsOf(document).find((candidate) => candidate.id === id);
  const fresh = members.filter((member) => !(group?.members.includes(member) ?? true));
  if (group === undefined || fresh.length === 0) return document;
  const left = leaveGroups(document, fresh);
  return withGroups(
    left,
    groupsOf(left).map((candidate) => (candidate.id === id ? { ...candidate, members: [...candidate.members, ...fresh] } : candidate)),
  );
}

/** Gives a group another title or colour, or folds it up. */
export function changeGroup(
  document: JourneyDocument,
  id: string,
  change: Partial<Pick<DocumentGroup, 'title' | 'color' | 'collapsed'>>,
): JourneyDocument {
  const group = groupsOf(document).find((candidate) => candidate.id === id);
  if (group === undefined) return document;
  const { collapsed, ...rest } = { ...group, ...change };
  const changed: DocumentGroup = collapsed === true ? { ...rest, collapsed } : rest;
  const same = changed.title === group.title && changed.color === group.color && (changed.collapsed ?? false) === (group.collapsed ?? false);
  return same
    ? document
    : withGroups(
        document,
        groupsOf(document).map((candidate) => (candidate.id === id ? changed : candidate)),
      );
}

/** Where the steps and notes of a group stand. */
export function boxesOf(document: JourneyDocument, members: readonly string[]): readonly Box[] {
  const steps = document.nodes
    .filter(({ id }) => members.includes(id))
    .map(({ position }) => ({ ...position, width: STEP_WIDTH, height: STEP_HEIGHT }));
  const notes = (document.notes ?? []).filter(({ id }) => members.includes(id)).map(({ position, size }) => ({ ...position, ...size }));
  return [...steps, ...notes];
}

/** The open frame that steps and notes in no group were let go in becomes theirs, if all of them are in it. */
export function joinFrameAt(document: JourneyDocument, ids: readonly string[]): JourneyDocument {
  if (ids.some((id) => groupOf(document, id) !== undefined)) return document;
  const middles = boxesOf(document, ids).map(({ x, y, width, height }): Point => ({ x: x + width / 2, y: y + height / 2 }));
  const around = groupsOf(document).find((group) => {
    const frame = group.collapsed === true ? null : frameAround(boxesOf(document, group.members));
    return frame !== null && middles.length > 0 && middles.every((middle) => holds(frame, middle));
  });
  return around === undefined ? document : joinGroup(document, around.id, ids);
}
