import type { Discovery } from '#model/discovery.ts';
import type { StructureKeys } from './draft-records.ts';
import { isNamed, Keys } from './draft-words.ts';

type Named = { readonly name: string; readonly mapped: boolean; readonly key: string };

/**
 * What a mapping needs so that the names of its log meet the records of a draft, as lines of a mapping.
 *
 * Keys are slugs; a name that no rule takes stands for itself, so it meets a record only where it is its own slug. None
 * where every name is mapped to the key that its record has. The kinds of stages come from the workflow then.
 */
export const mappingLines = (discovery: Discovery, keys: StructureKeys): string[] => {
  const { flows, teams, owners } = discovery;
  const stages = flows.flatMap(({ source, stages: own }) => {
    const stageKeys = new Keys('stage');
    const named = own.map(({ key, mapped }) => ({ name: key, mapped, key: stageKeys.of(key) }));
    return listed('states', ` # in the mapping of ${JSON.stringify(source)}`, named);
  });
  const owned = (kind: 'capability' | 'initiative'): Named[] =>
    owners
      .filter(({ of, key }) => of === kind && isNamed(key))
      .map(({ key, mapped }) => ({ name: key, mapped, key: keys[kind].of(key) }));
  return [
    ...stages,
    ...listed(
      'teams',
      '',
      teams
        .filter(({ team }) => isNamed(team))
        .map(({ team, mapped }) => ({ name: team, mapped, key: keys.team.of(team) })),
    ),
    ...listed('capabilities', '', owned('capability')),
    ...listed('initiatives', '', owned('initiative')),
  ];
};

const listed = (list: string, remark: string, named: readonly Named[]): string[] => {
  const open = named.filter(({ name, mapped, key }) => !mapped || name !== key);
  if (open.length === 0) return [];
  const rules = open.map(({ name, key }) => `    - { is: ${JSON.stringify(name)}, to: ${key} }`);
  return [`${list}:${remark}`, '  rules:', ...rules];
};
