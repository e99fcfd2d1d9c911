import type { DesignModel } from './design-model.ts';
import { recordKinds } from './records.ts';

/** Kinds that findings speak of. Where a key stands without its kind, the first of them that has it is meant; a level never is. */
const kinds = [
  'forum',
  'role',
  'level',
  'decision-type',
  'capability',
  'goal',
  'skill',
  'channel',
  'initiative',
  'team',
  'outcome',
  'benefit',
  'investment',
  'service',
  'demand',
  'meeting',
  'priority-list',
] as const;

/**
 * How people call what a finding names by key: by `forum architecture-board`, and by the key alone.
 *
 * The latest design comes first: what has another name by now is told by that, also of the time before.
 */
export const recordNames = (designs: readonly DesignModel[]): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  const add = (key: string, name: string): void => {
    if (!names.has(key)) names.set(key, name);
  };
  for (const design of designs.toReversed()) {
    const told = [
      ...kinds.flatMap((kind) => design[recordKinds[kind].plural].map(({ key, name }) => ({ kind, key, name }))),
      ...design.workflows.flatMap(({ stages }) => stages.map(({ key, name }) => ({ kind: 'stage', key, name }))),
    ];
    for (const { kind, key, name } of told) {
      add(`${kind} ${key}`, name);
      if (kind !== 'level') add(key, name);
    }
  }
  return names;
};

/**
 * What stands for a key of a scope; the key where nothing on record has it. An `object` is a key of any kind, or says its
 * kind before it, and goes on to say it.
 */
export const placeName = (names: ReadonlyMap<string, string>, scope: string, key: string): string => {
  if (scope !== 'object') return names.get(`${scope} ${key}`) ?? key;
  const name = names.get(key);
  if (name === undefined) return key;
  return key.includes(' ') ? `${key.slice(0, key.indexOf(' '))} ${name}` : name;
};
