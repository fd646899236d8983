import type { JourneyDocument } from '@tendril/journey/model';
import { builtInNodeTypes as types } from '@tendril/journey/nodes';
import { readDocument } from '@tendril/journey/schema';
import { expect } from 'vitest';
import { groupsOf } from '../../src/document/commands/groups.ts';
import { isEntry, portsOf } from '../../src/document/ports-of.ts';

/** What is true of every drawing, whatever was done to it: ids and ways are unique, nothing leads astray, and it can be stored. */
export function holdsTogether(document: JourneyDocument): void {
  const ids = [...document.nodes, ...(document.notes ?? []), ...groupsOf(document)].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const ways = document.edges.map(({ from, port }) => `${from}:${port}`);
  expect(new Set(ways).size).toBe(ways.length);
  for (const { from, port, to } of document.edges) {
    const source = document.nodes.find(({ id }) => id === from);
    const target = document.nodes.find(({ id }) => id === to);
    expect(source && portsOf(source, types).map(({ id }) => id)).toContain(port);
    expect(target && !isEntry(target.kind, types)).toBe(true);
    expect(from).not.toBe(to);
  }
  const members = groupsOf(document).flatMap((group) => group.members);
  expect(new Set(members).size).toBe(members.length);
  expect(members.filter((member) => !ids.includes(member))).toEqual([]);
  expect(groupsOf(document).filter((group) => group.members.length === 0)).toEqual([]);
  expect(readDocument(JSON.parse(JSON.stringify(document))).ok).toBe(true);
}
