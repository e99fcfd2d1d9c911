import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { sql } from '#engine/sql.ts';
import { type Built, buildFacts } from '#facts/build.ts';
import type { EvidenceSource } from '#facts/source.ts';
import { normalise } from '#importers/csv/normalise.ts';
import { type CleanPart, load } from '#importers/load.ts';
import { evidenceOf } from '#importers/raw.ts';
import type { Ground } from '#metrics/read.ts';
import { WorkingCalendar } from '#model/calendar/working-calendar.ts';
import { csvOf } from './generate.ts';
import type { OracleInput, OracleLog } from './input.ts';
import type { Fates } from './rows.ts';

/** The real thing with a world in it, ready to be asked. */
export type Product = { ground: Ground; fates: Pick<Fates, 'total' | 'accepted' | 'rejected'>; counting: number };

/** Imports the logs of a world one after another, builds the facts, hands them on, and leaves nothing behind. */
export const withProduct = async <T>(input: OracleInput, use: (product: Product) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'world-'));
  const engine = await Engine.open(':memory:', { threads: 1, memory: '400MB' });
  try {
    await createSchema(engine);
    const fates = { total: 0, accepted: 0, rejected: 0 };
    for (const [i, log] of input.logs.entries()) {
      const clean = await importLog(engine, folder, log, `log-${i}.csv`);
      fates.total += clean.total;
      fates.accepted += clean.accepted;
      fates.rejected += clean.rejected;
    }
    return await use({ fates, ...(await stand(engine, input)) });
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The same road as every file takes; people keep their names, so that nothing hangs on a key. */
export const importLog = async (
  engine: Engine,
  folder: string,
  { source, header, rows, mapping }: OracleLog,
  file: string,
  replaces?: number,
) => {
  const path = join(folder, file);
  writeFileSync(path, csvOf({ header, rows }));
  const read = (onPart: (part: CleanPart) => void) =>
    normalise({ path, mapping, pseudonym: (name) => name, folder, onPart });
  const request = { source, file, mapping, reading: '', read, rejects: [], importedAt: '2026-01-01', modified: 0 };
  const { clean, runId } = await load(engine, { ...request, replaces });
  return { ...clean, runId };
};

/** Makes the facts of what stands in the engine. */
export const stand = async (
  engine: Engine,
  { logs, designs, calendar, asOf }: Omit<OracleInput, 'logs'> & { logs: Pick<OracleLog, 'source' | 'mapping'>[] },
): Promise<{ ground: Ground; counting: number; built: Built }> => {
  const sources = await sourcesOf(engine, logs);
  const input = { sources, designs, calendar: WorkingCalendar.parse(withAllDays(calendar)), asOf };
  const built = await buildFacts(engine, input);
  const stored = await engine.one<{ value: string }>(sql`select value from setting where key = 'as-of'`);
  let counting = 0;
  for (const { rows } of sources) {
    counting += (await engine.one<{ n: number }>(sql`select count(*)::int as n from ${rows}`))?.n ?? 0;
  }
  const ground: Ground = {
    engine,
    timeZone: calendar.timeZone,
    fiscalYearStart: 1,
    currency: 'EUR',
    periods: 'month',
    asOf: Number(stored?.value ?? 0),
    shownTeam: (team) => team,
  };
  return { ground, counting, built };
};

const withAllDays = ({ timeZone, hours, holidays }: OracleInput['calendar']) => ({ timeZone, hours, holidays });

const sourcesOf = async (
  engine: Engine,
  logs: readonly Pick<OracleLog, 'source' | 'mapping'>[],
): Promise<EvidenceSource[]> => {
  const known = await engine.all<{ source_id: number; key: string; columns: string[]; overlapping: boolean }>(
    sql`select source_id, key, columns, overlapping from source order by key`,
  );
  return known.flatMap(({ source_id: sourceId, key, columns, overlapping }) => {
    const log = logs.find(({ source }) => source === key);
    if (!log) return [];
    return [{ sourceId, key, mapping: log.mapping, ...evidenceOf({ sourceId, columns, overlapping }, log.mapping) }];
  });
};
