import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { identifier, sql } from '#engine/sql.ts';
import { undo } from '#importers/load.ts';
import { metrics } from '#metrics/index.ts';
import { type Ground, read } from '#metrics/read.ts';
import { world } from './oracle/generate.ts';
import type { OracleInput, OracleLog } from './oracle/input.ts';
import { importLog, stand } from './oracle/product.ts';

type Setting = Omit<OracleInput, 'logs'>;

/** One log of a world, whole, and what else facts follow from. */
const oneLog: fc.Arbitrary<{ log: OracleLog; setting: Setting }> = world({ ties: 'hashed' }).map(
  ({ logs: [first, ...rest], ...setting }) => {
    const log = first ?? { source: '', header: [], rows: [], mapping: undefined as never };
    const rows = [log, ...rest.filter(({ source }) => source === log.source)].flatMap((file) => file.rows);
    return { log: { ...log, rows }, setting };
  },
);

/** An engine that evidence is taken into, file by file. */
type Intake = { take: (log: OracleLog, replaces?: number) => Promise<number>; undo: (run: number) => Promise<void> };

type Given = { log: OracleLog; setting: Setting; figures: boolean };

/** What stands after some imports: a digest of each table of facts, and every figure where they are wanted too. */
const stateAfter = async (
  { log, setting, figures }: Given,
  work: (intake: Intake) => Promise<unknown>,
): Promise<Record<string, unknown>> => {
  const folder = mkdtempSync(join(tmpdir(), 'law-'));
  const engine = await Engine.open(':memory:', { threads: 1, memory: '400MB' });
  try {
    await createSchema(engine);
    let files = 0;
    await work({
      take: async (file, replaces) => (await importLog(engine, folder, file, `file-${files++}.csv`, replaces)).runId,
      undo: (run) => undo(engine, run),
    });
    const { ground } = await stand(engine, { ...setting, logs: [log] });
    return { ...(await digests(engine)), ...(figures ? { figures: await figuresOf(ground) } : {}) };
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const tables = ['item', 'event', 'visit', 'handoff', 'item_fact', 'decision_fact', 'active_day', 'raw_value', 'stage'];

/** One source has one state, to the byte: codes and numbers of facts follow from the rows that count. */
export const digests = async (engine: Engine): Promise<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const table of [...tables, 'team']) {
    const row = await engine.one<{ digest: string }>(sql`
      select concat(count(*), ' rows ', sum(md5_number_lower(held::text)::hugeint)) as digest from ${identifier(table)} as held`);
    found[table] = row?.digest ?? '';
  }
  return found;
};

const always = { from: '2024-01-01T00:00:00.000Z', until: '2025-07-01T00:00:00.000Z' };

export const figuresOf = async (ground: Ground): Promise<Record<string, unknown>> => {
  const found: Record<string, unknown> = {};
  for (const metric of metrics) found[metric.id] = await read(ground, metric, { window: always });
  return found;
};

const shuffled = <T>(values: readonly T[], ranks: readonly number[]): T[] =>
  values
    .map((value, i) => ({ value, rank: ranks[i % Math.max(1, ranks.length)] ?? 0, i }))
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .map(({ value }) => value);

const withColumnsShuffled = (log: OracleLog, ranks: readonly number[]): OracleLog => {
  const order = shuffled([...log.header.keys()], ranks);
  const arranged = (row: readonly string[]) => order.map((column) => row[column] ?? '');
  return { ...log, header: arranged(log.header), rows: log.rows.map(arranged) };
};

const ranks = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 61 });

/** Which of four files hold a row: at least one does. */
const homes = fc.array(fc.subarray([0, 1, 2, 3], { minLength: 1 }), { minLength: 1, maxLength: 67 });

/**
 * A log as files that share rows.
 *
 * Equal rows stay together, because copies that sit in two files cannot be told from an overlap; with a declared key
 * every row goes its own way.
 */
const filesOf = (log: OracleLog, places: readonly number[][]): OracleLog[] => {
  const known = new Map<string, number[]>();
  const cut = log.rows.map((row, i) => {
    const content = log.mapping.key ? String(i) : JSON.stringify(row);
    const home = known.get(content) ?? places[i % places.length] ?? [0];
    known.set(content, home);
    return { row, home };
  });
  return [0, 1, 2, 3].map((file) => ({
    ...log,
    rows: cut.filter(({ home }) => home.includes(file)).map(({ row }) => row),
  }));
};

/** A row left out, a row twice, and a cell that says something else. */
const edited = (log: OracleLog, [out = 0, twice = 0, changed = 0, cell = 0]: readonly number[]): OracleLog => {
  const { rows, header } = log;
  const place = cell % header.length;
  const other = rows[(changed + 1) % Math.max(1, rows.length)]?.[place] ?? '';
  return {
    ...log,
    rows: rows
      .map((row, i) => (i === changed % rows.length ? row.with(place, other) : row))
      .concat(rows.slice(twice % Math.max(1, rows.length), (twice % Math.max(1, rows.length)) + 1))
      .filter((_, i) => i !== out % rows.length),
  };
};

/** How often a law is tried, and whether every figure is compared beside the facts that it follows from. */
type Runs = fc.Parameters<unknown> & { readonly figures: boolean };

const importedOnce = (given: Given) => stateAfter(given, ({ take }) => take(given.log));

const importedTwice = (runs: Runs): Promise<void> =>
  fc.assert(
    fc.asyncProperty(oneLog, async (drawn) => {
      const given = { ...drawn, figures: runs.figures };
      const twice = await stateAfter(given, async ({ take }) => [await take(given.log), await take(given.log)]);
      expect(twice).toEqual(await importedOnce(given));
    }),
    runs,
  );

const inAnyOrder = (runs: Runs): Promise<void> =>
  fc.assert(
    fc.asyncProperty(oneLog, ranks, ranks, async (drawn, rows, columns) => {
      const given = { ...drawn, figures: runs.figures };
      const log = withColumnsShuffled({ ...given.log, rows: shuffled(given.log.rows, rows) }, columns);
      expect(await stateAfter(given, ({ take }) => take(log))).toEqual(await importedOnce(given));
    }),
    runs,
  );

const inAnyFiles = (runs: Runs): Promise<void> =>
  fc.assert(
    fc.asyncProperty(oneLog, homes, ranks, async (drawn, places, order) => {
      const given = { ...drawn, figures: runs.figures };
      const files = shuffled(filesOf(given.log, places), order);
      const inFiles = await stateAfter(given, async ({ take }) => {
        for (const file of files) await take(file);
      });
      expect(inFiles).toEqual(await importedOnce(given));
    }),
    runs,
  );

const undone = (runs: Runs): Promise<void> =>
  fc.assert(
    fc.asyncProperty(oneLog, homes, fc.boolean(), async (drawn, places, earlier) => {
      const given = { ...drawn, figures: runs.figures };
      const [a, b] = filesOf(given.log, places);
      if (!a || !b) return;
      const [kept, gone] = earlier ? [b, a] : [a, b];
      const after = await stateAfter(given, async (intake) => {
        const [first, second] = [await intake.take(a), await intake.take(b)];
        await intake.undo(earlier ? first : second);
      });
      expect(after, `${gone.rows.length} rows taken out again`).toEqual(
        await stateAfter(given, ({ take }) => take(kept)),
      );
    }),
    runs,
  );

const replaced = (runs: Runs): Promise<void> =>
  fc.assert(
    fc.asyncProperty(oneLog, fc.array(fc.nat(500), { minLength: 4, maxLength: 4 }), async (drawn, edits) => {
      const given = { ...drawn, figures: runs.figures };
      const log = edited(given.log, edits);
      const after = await stateAfter(given, async ({ take }) => take(log, await take(given.log)));
      expect(after).toEqual(await stateAfter(given, ({ take }) => take(log)));
    }),
    runs,
  );

/** The ways to take a log in, and the law that they give the same state. */
export const sameStateLaws = [
  ['imported twice', importedTwice],
  ['with its rows and columns in any order', inAnyOrder],
  ['cut into files that overlap, in any order', inAnyFiles],
] as const;

export const leavingLaws = [
  ['undoing one of two files leaves exactly the other', undone],
  ['a file that takes the place of another leaves exactly itself', replaced],
] as const;
