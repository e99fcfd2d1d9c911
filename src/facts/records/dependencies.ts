import type { Cell } from '#engine/table-writer.ts';
import type { Dependency, DependencyEnd } from '#model/dependency.ts';
import type { OnRecord, RecordTable } from './define.ts';

/**
 * Every dependency that was raised, turned so that it reads "held is held up by, or needs, the other one".
 *
 * The other one's team is told where records know it: of a team and of an initiative; that of an item is in its log.
 */
export const dependencies: RecordTable = {
  name: 'dependency',
  columns: {
    dependency: 'text',
    kind: 'text',
    raised: 'double',
    resolved: 'double',
    held_source: 'text',
    held_item: 'text',
    held_initiative: 'text',
    other_source: 'text',
    other_item: 'text',
    other_team: 'text',
  },
  instants: ['raised', 'resolved'],
  rows: (records) =>
    records.model.dependencies
      .filter(({ raisedAt }) => Date.parse(raisedAt) <= records.asOf)
      .map((dependency) => rowOf(records, dependency)),
};

const rowOf = (records: OnRecord, dependency: Dependency): Cell[] => {
  const { key, kind, from, to, raisedAt, resolvedAt } = dependency;
  const [held, other] = kind === 'blocks' ? [to, from] : [from, to];
  const resolved = resolvedAt === undefined ? null : Date.parse(resolvedAt);
  return [
    key,
    kind,
    Date.parse(raisedAt),
    resolved !== null && resolved <= records.asOf ? resolved : null,
    held.work?.source ?? null,
    held.work?.item ?? null,
    held.initiative ?? null,
    other.work?.source ?? null,
    other.work?.item ?? null,
    teamOf(records, other),
  ];
};

const teamOf = ({ model }: OnRecord, { team, initiative }: DependencyEnd): string | null =>
  team ?? model.initiatives.find(({ key }) => key === initiative)?.team ?? null;
