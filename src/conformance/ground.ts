import type { Engine } from '#engine/engine.ts';
import { type Columns, makeTable } from '#engine/make-table.ts';
import { identifier, type Sql, sql } from '#engine/sql.ts';
import type { Cell } from '#engine/table-writer.ts';
import { placeName, recordNames } from '#model/record-names.ts';
import type { ConformanceContext } from './context.ts';
import { edgesOf } from './edges.ts';
import { asksForItem, type Era, erasOf } from './eras.ts';
import { type Mix, type Names, readMixes, readNames } from './names.ts';
import type { Span } from './span.ts';

/** What a designed table is made from: the designs with their times, and the codes of the evidence. */
export type Basis = {
  readonly context: ConformanceContext;
  readonly eras: readonly Era[];
  readonly names: Names;
  /** Read only where a workflow asks for the type or team of an item. */
  readonly mixes: readonly Mix[];
  readonly span: Span;
};

/** What the designs say on one matter, as rows that SQL can join: small, and made once for all rules. */
export type DesignedTable = {
  readonly name: string;
  readonly columns: Columns;
  readonly rows: (basis: Basis) => readonly (readonly Cell[])[];
};

/** Rows of the evidence that a rule reads several times over, worked out once for the window. */
export type PreparedTable = { readonly name: string; readonly as: (ground: Ground) => Sql };

/** What a rule stands on while it is read. */
export type Ground = Basis & {
  readonly engine: Engine;
  readonly asOf: number;
  /** Where counted rows are cut: the instants that some reading of the window may begin or end at. */
  readonly edges: readonly number[];
  /** Where a table stands; only those that the rule names are there. */
  readonly table: (table: DesignedTable | PreparedTable) => Sql;
  /** Lays out the designed tables, and works out these, where they are not there yet. To be called before anything reads one. */
  readonly prepare: (tables: readonly PreparedTable[]) => Promise<void>;
};

/** Teams by code, under the keys they may be shown by. */
export const shownTeams: DesignedTable = {
  name: 'shown_team',
  columns: { team_id: 'int', team: 'text' },
  rows: ({ context: { shownTeam, window }, names }) => names.teams.map(({ id, key }) => [id, shownTeam(key, window)]),
};

/** What people call what the designs have: keys, alone or behind their kind, that are not what they are called by. */
const spokenNames: DesignedTable = {
  name: 'spoken_name',
  columns: { called: 'text', spoken: 'text', object: 'text' },
  rows: ({ context: { designs } }) => {
    const names = recordNames(designs);
    return [...names].flatMap(([called, spoken]) =>
      called === spoken ? [] : [[called, spoken, placeName(names, 'object', called)]],
    );
  },
};

/** What people call a record (an expression for its key behind its kind), for sentences; else `otherwise`. */
export const spokenName = (ground: Ground, called: Sql, otherwise: Sql): Sql =>
  sql`coalesce((select spoken from ${ground.table(spokenNames)} where called = ${called}), ${otherwise})`;

/** The same of an object of any kind, which says its kind before its key where that has to be known, and goes on to say it. */
export const objectName = (ground: Ground, object: Sql): Sql =>
  sql`coalesce((select spoken.object from ${ground.table(spokenNames)} as spoken where called = ${object}), ${object})`;

/** The name under which a team (an expression for its code) may be shown. */
export const teamName = (ground: Ground, code: Sql): Sql => {
  const key = sql`(select team from ${ground.table(shownTeams)} where team_id = ${code})`;
  return spokenName(ground, sql`'team ' || ${key}`, sql`coalesce(${key}, 'no team')`);
};

/** The name of a stage (an expression for its code). */
export const stageName = (ground: Ground, code: Sql): Sql => {
  const key = sql`(select key from stage where stage_id = ${code})`;
  return spokenName(ground, sql`'stage ' || ${key}`, sql`coalesce(${key}, 'no stage')`);
};

/**
 * Lays out the designed tables that the rules name once the first of them is read, and takes them away again.
 *
 * They are tables and not lists inside the statements, so that the engine knows how small they are and joins them the
 * right way round. Each call has tables of its own, so two calls at once do not meet.
 */
export const onGround = async <T>(
  context: ConformanceContext,
  tables: readonly DesignedTable[],
  work: (ground: Ground) => Promise<T>,
): Promise<T> => {
  const { engine, window } = context;
  const eras = erasOf(context.designs, context.timeZone);
  const basis: Basis = {
    context,
    eras,
    mixes: asksForItem(eras) ? await readMixes(engine) : [],
    names: await readNames(engine),
    span: { from: Date.parse(window.from), until: Date.parse(window.until) },
  };
  const number = ++grounds;
  const nameOf = ({ name }: Named): string => `designed_${number}_${name}`;
  const place = (table: Named): Sql => sql`${engine.scratch.place}.${identifier(nameOf(table))}`;
  const all = [...new Set([shownTeams, spokenNames, ...tables])];
  const prepared = new Map<PreparedTable, Promise<void>>();
  let laid: Promise<void> | undefined;
  const layOut = async (): Promise<void> => {
    for (const table of all) await makeTable(engine, nameOf(table), table.columns, table.rows(basis), 'temporary');
  };
  const ground: Ground = {
    ...basis,
    engine,
    asOf: context.asOf,
    edges: edgesOf(context, eras),
    table: place,
    prepare: async (wanted) => {
      laid ??= layOut();
      await laid;
      for (const table of wanted) {
        const made =
          prepared.get(table) ?? engine.run(sql`${engine.scratch.create} ${place(table)} as ${table.as(ground)}`);
        prepared.set(table, made);
        await made;
      }
    },
  };
  try {
    return await work(ground);
  } finally {
    await Promise.allSettled([laid, ...prepared.values()]);
    if (laid)
      for (const table of [...prepared.keys(), ...all]) await engine.run(sql`drop table if exists ${place(table)}`);
  }
};

type Named = { readonly name: string };

/** Counts those that were laid out. */
let grounds = 0;
