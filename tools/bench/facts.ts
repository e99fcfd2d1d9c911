import { join } from 'node:path';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { sql } from '#engine/sql.ts';
import { buildFacts } from '#facts/build.ts';
import { normalise } from '#importers/csv/normalise.ts';
import { load } from '#importers/load.ts';
import { evidenceOf } from '#importers/raw.ts';
import { pseudonymizer } from '#mapping/pseudonym.ts';
import { readingOf } from '#mapping/reading.ts';
import { calendar, design, mapping } from './organisation.ts';
import type { Stopwatch } from './stopwatch.ts';

const sourceKey = 'requests';

/** Takes the log from CSV to facts the way an import does, each step timed; the engine stays open for questions. */
export const makeFacts = async (log: string, folder: string, watch: Stopwatch): Promise<Engine> => {
  const engine = await Engine.open(join(folder, 'evidence.duckdb'), { spill: join(folder, 'spill') });
  await createSchema(engine);
  const { clean } = await watch.time('import', () =>
    load(engine, {
      source: sourceKey,
      file: log,
      mapping,
      reading: readingOf(mapping),
      read: (onPart) =>
        normalise({ path: log, mapping, pseudonym: pseudonymizer(new Uint8Array(32).fill(7)), folder, onPart }),
      rejects: [],
      importedAt: '2026-01-01T00:00:00Z',
      modified: 0,
    }),
  );
  if (clean.rejected > 0) throw new Error(`${clean.rejected} rows of the log were rejected`);
  const sources = await engine.all<{ source_id: number; columns: string[]; overlapping: boolean }>(
    sql`select source_id, columns, overlapping from source`,
  );
  await watch.time('facts', () =>
    buildFacts(
      engine,
      {
        sources: sources.map(({ source_id: sourceId, columns, overlapping }) => ({
          sourceId,
          key: sourceKey,
          mapping,
          ...evidenceOf({ sourceId, columns, overlapping }, mapping),
        })),
        designs: [design],
        calendar,
      },
      clean.sha256,
    ),
  );
  return engine;
};
