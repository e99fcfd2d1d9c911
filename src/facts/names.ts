import type { Engine } from '#engine/engine.ts';
import { identifier, sql } from '#engine/sql.ts';
import { TableWriter } from '#engine/table-writer.ts';
import type { Mapping } from '#mapping/mapping.ts';
import { type Resolved, resolve, resolveActivity, resolveState } from '#mapping/resolve.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { StageKind } from '#model/kinds.ts';
import { rowKinds } from './item-history.ts';
import type { EvidenceSource } from './source.ts';

/** What the columns of a log can name, in the order in which their values get codes and stand in the event table. */
export const namedRoles = [
  'state',
  'team',
  'person',
  'actor',
  'activity',
  'type',
  'priority',
  'capability',
  'initiative',
  'channel',
] as const;
export type NamedRole = (typeof namedRoles)[number];

/** What the codes of raw values stand for, looked up by code. */
export type Names = {
  readonly stage: Int32Array;
  readonly team: Int32Array;
  readonly person: Int32Array;
  readonly rowKind: Int32Array;
  readonly stageKinds: readonly (StageKind | null)[];
  readonly loops: ReadonlySet<number>;
  /** Stages in which somebody is known to be at work. */
  readonly atWork: ReadonlySet<number>;
};

type RawValue = {
  value_id: number;
  source_id: number;
  role: NamedRole;
  raw: string;
  events: number;
  /** Its place among all in the order of their names. */
  place: number;
};
type StageRow = {
  key: string;
  sourceId: number;
  kind: StageKind | null;
  position: number;
  loop: boolean;
  /** The place of the name that says all this of the stage: the first of those that stand for it. */
  place: number;
};

/**
 * Resolves every raw value by its source's rules and the workflows of the design, and remembers what became of it.
 *
 * Only the distinct values are looked at, so changing a rule costs the number of names, not the number of rows. Stages,
 * teams and people get their codes in the order of the codes of their names: names that come later leave them as they are.
 */
export const resolveNames = async (
  engine: Engine,
  sources: readonly EvidenceSource[],
  design: DesignModel,
): Promise<Names> => {
  const values = await engine.all<RawValue>(
    sql`select value_id, source_id, role, raw, events, row_number() over (order by raw)::int as place
        from raw_value order by value_id`,
  );
  const bySource = new Map(sources.map((source) => [source.sourceId, source]));
  const stages: StageRow[] = [];
  const teams = new Map<string, { id: number; mapped: boolean }>();
  const people = new Map<string, number>();
  const atWork = new Set<number>();
  const size = values.length === 0 ? 0 : Math.max(...values.map(({ value_id }) => value_id)) + 1;
  const names = { stage: codes(size), team: codes(size), person: codes(size), rowKind: new Int32Array(size) };
  for (const table of ['raw_value', 'stage', 'team']) await engine.run(sql`delete from ${identifier(table)}`);
  const written = await TableWriter.open(engine, 'raw_value', [
    'int',
    'int',
    'text',
    'text',
    'text',
    'boolean',
    'text',
    'double',
  ]);
  for (const { value_id: id, source_id: sourceId, role, raw, events, place } of values) {
    const source = bySource.get(sourceId);
    if (!source) continue;
    const resolved = resolveAs(role, source.mapping, raw);
    let kind: StageKind | null = null;
    if (role === 'state') {
      const life = source.lives?.states.get(raw);
      const known = stageOf(source, design, resolved);
      const stage = { ...known, kind: known.kind ?? life?.kind ?? null, place };
      const index = indexOfStage(stages, stage);
      kind = stage.kind;
      names.stage[id] = index;
      if (life?.atWork) atWork.add(index);
    }
    if (role === 'team') names.team[id] = indexOfTeam(teams, resolved);
    if (role === 'person' || role === 'actor') names.person[id] = indexOfPerson(people, raw);
    if (role === 'activity') names.rowKind[id] = rowKindOf(resolveActivity(source.mapping.activities, raw));
    written.add([id, sourceId, role, raw, resolved.key, resolved.mapped, kind, events]);
  }
  written.close();
  await writeStages(engine, stages);
  await writeTeams(engine, teams);
  return {
    ...names,
    stageKinds: stages.map(({ kind }) => kind),
    loops: new Set(stages.flatMap(({ loop }, index) => (loop ? [index] : []))),
    atWork,
  };
};

/** Whether a log knows no teams, and has the roles of its people in their place. */
export const rolesAreTeams = ({ columns, changes, roles }: Mapping): boolean =>
  roles !== undefined && columns.team === undefined && !Object.values(changes?.fields ?? {}).includes('team');

const codes = (size: number): Int32Array => new Int32Array(size).fill(-1);

const rowKindOf = (kind: string): number =>
  Object.entries(rowKinds).find(([name]) => name === kind)?.[1] ?? rowKinds.update;

const resolveAs = (role: NamedRole, mapping: Mapping, raw: string): Resolved & { kind?: StageKind | undefined } => {
  switch (role) {
    case 'state':
      return resolveState(mapping.states, raw);
    case 'team':
      return rolesAreTeams(mapping) ? { key: raw, mapped: true } : resolve(mapping.teams, raw);
    case 'type':
      return resolve(mapping.types, raw);
    case 'priority':
      return resolve(mapping.priorities, raw);
    case 'capability':
      return resolve(mapping.capabilities, raw);
    case 'initiative':
      return resolve(mapping.initiatives, raw);
    case 'channel':
      return resolve(mapping.channels, raw);
    case 'person':
    case 'actor':
    case 'activity':
      return { key: raw, mapped: true };
  }
};

const stageOf = (
  source: EvidenceSource,
  design: DesignModel,
  { key, kind }: Resolved & { kind?: StageKind | undefined },
): Omit<StageRow, 'place'> => {
  for (const workflow of design.workflows) {
    const applies = workflow.appliesTo;
    if (applies.length > 0 && !applies.some((to) => to.source === undefined || to.source === source.key)) continue;
    const position = workflow.stages.findIndex((stage) => stage.key === key);
    const stage = workflow.stages[position];
    if (!stage) continue;
    const loop = workflow.loops.includes(stage.key);
    return { key, sourceId: source.sourceId, kind: kind ?? stage.kind, position, loop };
  }
  return { key, sourceId: source.sourceId, kind: kind ?? null, position: -1, loop: false };
};

const indexOfStage = (stages: StageRow[], stage: StageRow): number => {
  const known = stages.findIndex(({ key, sourceId }) => key === stage.key && sourceId === stage.sourceId);
  if (known < 0) return stages.push(stage) - 1;
  if (stage.place < (stages[known]?.place ?? 0)) stages[known] = stage;
  return known;
};

const indexOfTeam = (teams: Map<string, { id: number; mapped: boolean }>, { key, mapped }: Resolved): number => {
  const known = teams.get(key) ?? { id: teams.size, mapped };
  teams.set(key, { id: known.id, mapped: known.mapped || mapped });
  return known.id;
};

const indexOfPerson = (people: Map<string, number>, pseudonym: string): number => {
  const known = people.get(pseudonym) ?? people.size;
  people.set(pseudonym, known);
  return known;
};

const writeStages = async (engine: Engine, stages: readonly StageRow[]): Promise<void> => {
  const writer = await TableWriter.open(engine, 'stage', ['int', 'int', 'text', 'text', 'int']);
  stages.forEach(({ key, sourceId, kind, position }, id) => {
    writer.add([id, sourceId, key, kind, position]);
  });
  writer.close();
};

const writeTeams = async (
  engine: Engine,
  teams: ReadonlyMap<string, { id: number; mapped: boolean }>,
): Promise<void> => {
  const writer = await TableWriter.open(engine, 'team', ['int', 'text', 'boolean']);
  for (const [key, { id, mapped }] of teams) writer.add([id, key, mapped]);
  writer.close();
};
