import { join } from 'node:path';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { sql } from '#engine/sql.ts';
import { type Built, buildFacts } from '#facts/build.ts';
import { normalise } from '#importers/csv/normalise.ts';
import { load } from '#importers/load.ts';
import { evidenceOf } from '#importers/raw.ts';
import { pseudonymizer } from '#mapping/pseudonym.ts';
import { readingOf } from '#mapping/reading.ts';
import { calendar, design, mapping } from './organisation.ts';

const sourceKey = 'requests';

/** Opens the evidence in a folder, as a workspace does. */
export const openEvidence = async (folder: string): Promise<Engine> => {
  const engine = await Engine.open(join(folder, 'evidence.duckdb'), { spill: join(folder, 'spill') });
  await createSchema(engine);
  return engine;
};

/** Takes a log in the way an import does. */
export const takeIn = async (engine: Engine, log: string, folder: string): Promise<void> => {
  const { clean } = await load(engine, {
    source: sourceKey,
    file: log,
    mapping,
    reading: readingOf(mapping),
    read: (onPart) =>
      normalise({ path: log, mapping, pseudonym: pseudonymizer(new Uint8Array(32).fill(7)), folder, onPart }),
    rejects: [],
    importedAt: '2026-01-01T00:00:00Z',
    modified: 0,
  });
  if (clean.rejected > 0) throw new Error(`${clean.rejected} rows of the log were rejected`);
};

/** Brings the facts up to the rows that were taken in. */
export const makeFacts = async (engine: Engine): Promise<Built> => {
  const stored = await engine.all<{ source_id: number; columns: string[]; overlapping: boolean }>(
    sql`select source_id, columns, overlapping from source`,
  );
  const sources = stored.map(({ source_id: sourceId, columns, overlapping }) => ({
    sourceId,
    key: sourceKey,
    mapping,
    ...evidenceOf({ sourceId, columns, overlapping }, mapping),
  }));
  return buildFacts(engine, { sources, designs: [design], calendar });
};
