import { sql } from '#engine/sql.ts';
import type { EvidenceSource } from '#facts/source.ts';
import type { IsUnmapped } from '#metrics/read.ts';
import { designedKeys } from './known-keys.ts';
import type { Standing } from './refresh.ts';

const scopeOfRole = { team: 'team', capability: 'capability', type: 'item-type', state: 'stage' } as const;

/**
 * Whether a name stands in figures as a log has it: no rule takes it and no record of any design has it as its key.
 *
 * It is never left out for that; whoever reads the figure is told.
 */
export const unmappedSubjects = async ({
  engine,
  designs,
  sources,
}: Pick<Standing, 'engine' | 'designs'> & {
  readonly sources: readonly Pick<EvidenceSource, 'mapping'>[];
}): Promise<IsUnmapped> => {
  const raw = await engine.all<{ role: keyof typeof scopeOfRole; key: string }>(sql`
    select role, key from raw_value where role in ('team', 'capability', 'type', 'state')
    group by role, key having not bool_or(mapped)`);
  const decided = await engine.all<{ key: string }>(
    sql`select distinct type as key from decision_fact where type is not null`,
  );
  const unknown = {
    ...Object.fromEntries(
      Object.entries(scopeOfRole).map(([role, scope]) => [scope, raw.filter((each) => each.role === role)]),
    ),
    'decision-type': decided.filter(({ key }) => !sources.some(({ mapping }) => namesDecision(mapping, key))),
  };
  const names = new Map(Object.entries(unknown).map(([scope, keys]) => [scope, new Set(keys.map(({ key }) => key))]));
  for (const scope of ['team', 'capability', 'decision-type', 'stage'] as const)
    for (const key of designedKeys(scope, designs)) names.get(scope)?.delete(key);
  return (scope, name) => names.get(scope)?.has(name) ?? false;
};

/** Whether a mapping may be where a type of decision has its name from; a rule that copies a part of the raw name may. */
export const namesDecision = ({ decisions }: EvidenceSource['mapping'], key: string): boolean => {
  if (!decisions) return false;
  const { type } = decisions;
  if ('always' in type) return type.always === key;
  return type.keep || type.rules.some(({ to }) => to === key || to.includes('$'));
};
