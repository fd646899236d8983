import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { change, type StandIn } from '../stand-in.ts';
import type { TagGroup } from '../state/state.ts';
import { type Answer, ok, refuse } from './answer.ts';
import { withBody } from './read-body.ts';

type Tag = TagGroup['tag'][number];

/** A corp tag with its group, or null if there is none of this id. */
export function tagById({ store }: StandIn, id: string): { readonly group: TagGroup; readonly tag: Tag } | null {
  for (const group of store.state.tagGroups) {
    const tag = group.tag.find((one) => one.id === id);
    if (tag !== undefined) return { group, tag };
  }
  return null;
}

const List = z.object({ tag_id: z.array(z.string()).optional(), group_id: z.array(z.string()).optional() });

/** POST externalcontact/get_corp_tag_list. With tag ids, group ids are ignored. */
export function getCorpTagList({ store }: StandIn, body: unknown): Answer {
  return withBody(List, body, ({ tag_id, group_id }) => {
    const { tagGroups } = store.state;
    if (tag_id !== undefined && tag_id.length > 0) {
      const groups = tagGroups.map((group) => ({ ...group, tag: group.tag.filter((tag) => tag_id.includes(tag.id)) }));
      return ok({ tag_group: groups.filter((group) => group.tag.length > 0) });
    }
    return ok({
      tag_group: group_id === undefined || group_id.length === 0 ? tagGroups : tagGroups.filter((one) => group_id.includes(one.group_id)),
    });
  });
}

const name = z.string().min(1).max(30);
const Add = z.object({
  group_id: z.string().optional(),
  group_name: name.optional(),
  order: z.number().int().default(0),
  tag: z.array(z.object({ name, order: z.number().int().default(0) })).min(1),
});

/** POST externalcontact/add_corp_tag: into a group by id, or by name, which makes the group if need be. */
export function addCorpTag(standIn: StandIn, body: unknown): Answer {
  return withBody(Add, body, ({ group_id, group_name, order, tag }) => {
    const groups = standIn.store.state.tagGroups;
    const known = groups.find((group) => (group_id === undefined ? group.group_name === group_name : group.group_id === group_id));
    if (known === undefined && group_id !== undefined) return refuse(40068, 'invalid group_id');
    if (known === undefined && group_name === undefined) return refuse(40058, 'group_id and group_name are both missing');
    if (tag.some((one) => known?.tag.some((other) => other.name === one.name))) return refuse(40071, 'tag name already exists');
    const create_time = Math.floor(standIn.now() / 1_000);
    const added = tag.map((one) => ({ id: newId(), create_time, ...one }));
    const group: TagGroup = known ?? { group_id: newId(), group_name: group_name ?? '', create_time, order, tag: [] };
    change(standIn, () => {
      if (known === undefined) groups.push(group);
      group.tag.push(...added);
    });
    return ok({ tag_group: { ...group, tag: added } });
  });
}

const Edit = z.object({ id: z.string(), name: name.optional(), order: z.number().int().optional() });

/** POST externalcontact/edit_corp_tag: renames or reorders a tag or a group. */
export function editCorpTag(standIn: StandIn, body: unknown): Answer {
  return withBody(Edit, body, ({ id, name: renamed, order }) => {
    const group = standIn.store.state.tagGroups.find((one) => one.group_id === id);
    const tag = tagById(standIn, id)?.tag;
    if (group === undefined && tag === undefined) return refuse(40068, 'invalid tagid');
    change(standIn, () => {
      if (group !== undefined) Object.assign(group, { group_name: renamed ?? group.group_name, order: order ?? group.order });
      if (tag !== undefined) Object.assign(tag, { name: renamed ?? tag.name, order: order ?? tag.order });
    });
    return ok();
  });
}

const Delete = z.object({ tag_id: z.array(z.string()).default([]), group_id: z.array(z.string()).default([]) });

/** POST externalcontact/del_corp_tag. Customers lose the tag; a group without tags is gone. */
export function delCorpTag(standIn: StandIn, body: unknown): Answer {
  return withBody(Delete, body, ({ tag_id, group_id }) => {
    if (tag_id.length + group_id.length === 0) return refuse(40058, 'tag_id and group_id are both empty');
    change(standIn, (state) => {
      state.tagGroups = state.tagGroups
        .filter((group) => !group_id.includes(group.group_id))
        .map((group) => ({ ...group, tag: group.tag.filter((tag) => !tag_id.includes(tag.id)) }))
        .filter((group) => group.tag.length > 0);
      const left = new Set(state.tagGroups.flatMap((group) => group.tag.map((tag) => tag.id)));
      for (const relation of Object.values(state.relations)) relation.tags = relation.tags.filter((tag) => left.has(tag));
    });
    return ok();
  });
}

const newId = (): string => `et${randomBytes(15).toString('base64url')}`;
