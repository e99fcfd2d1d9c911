import type { NameKind } from '#api/names.ts';
import type { WrittenRules } from '#mapping/meant.ts';

/** A mapping as its file states it, with nothing filled in. */
export type WrittenMapping = Readonly<Record<string, unknown>>;

/** Where a mapping has its rules for a kind of name. */
const places: Readonly<Record<NameKind, readonly string[]>> = {
  state: ['states'],
  team: ['teams'],
  type: ['types'],
  priority: ['priorities'],
  capability: ['capabilities'],
  initiative: ['initiatives'],
  channel: ['channels'],
  'decision-type': ['decisions', 'type'],
  decider: ['decisions', 'levels'],
};

/** Kinds whose raw names are keys where a mapping says nothing of them. */
const keptUnsaid: readonly NameKind[] = ['type', 'priority'];

/** The rules for a kind of name as they are written; where there are none, those that hold then. */
export const listIn = (mapping: WrittenMapping, kind: NameKind): WrittenRules => {
  const found = places[kind].reduce<unknown>((value, part) => Object(value)[part], mapping);
  if (found !== undefined && found !== null) return found;
  return keptUnsaid.includes(kind) ? { keep: true } : {};
};

/** The mapping with other rules for a kind of name. */
export const withList = (mapping: WrittenMapping, kind: NameKind, list: WrittenRules): WrittenMapping => {
  const [outer = '', inner] = places[kind];
  if (inner === undefined) return { ...mapping, [outer]: list };
  return { ...mapping, [outer]: { ...Object(mapping[outer]), [inner]: list } };
};
