import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { sql } from '#engine/sql.ts';
import { rolesAreTeams } from '#facts/names.ts';
import type { EvidenceSource } from '#facts/source.ts';
import { pageOf } from '#handlers/export-log.ts';
import { importers } from '#importers/index.ts';
import { type CleanPart, load } from '#importers/load.ts';
import { evidenceOf } from '#importers/raw.ts';
import { Mapping } from '#mapping/mapping.ts';
import { digests } from './import-laws.ts';
import { world } from './oracle/generate.ts';
import type { OracleInput } from './oracle/input.ts';
import { importLog, stand } from './oracle/product.ts';

type Format = 'csv' | 'xes';
type Setting = Omit<OracleInput, 'logs'>;

/** How an exported log is read: as the log it came from, but for the way in which it is written. */
export const rereading = (mapping: Mapping, format: Format): Mapping =>
  Mapping.parse({
    ...mapping,
    file: {},
    columns: {
      ...mapping.columns,
      ...(rolesAreTeams(mapping) ? { team: 'org:role' } : {}),
      ...(format === 'xes' ? { order: 'throughline:order' } : {}),
    },
    ...(rolesAreTeams(mapping) ? { roles: undefined, teams: { keep: true } } : {}),
    time: { ...mapping.time, formats: ['iso'] },
  });

/** The only source of an engine. */
export const sourceIn = async (engine: Engine, mapping: Mapping): Promise<EvidenceSource> => {
  const source = await engine.one<{ source_id: number; key: string; columns: string[]; overlapping: boolean }>(
    sql`select source_id, key, columns, overlapping from source`,
  );
  if (!source) throw new Error('there is no source');
  const { source_id: sourceId, key, columns, overlapping } = source;
  return { sourceId, key, mapping, ...evidenceOf({ sourceId, columns, overlapping }, mapping) };
};

export const exported = async (engine: Engine, mapping: Mapping, format: Format): Promise<string> => {
  const source = await sourceIn(engine, mapping);
  let page = await pageOf(engine, source, format);
  let text = page.text;
  while (page.next) {
    page = await pageOf(engine, source, format, page.next);
    text += page.text;
  }
  return text;
};

/** Takes a text in as the file of a source, people under their names. */
export const takeIn = async (engine: Engine, folder: string, text: string, format: Format, mapping: Mapping) => {
  const path = join(folder, `exported.${format}`);
  writeFileSync(path, text);
  const importer = importers.find(({ id }) => id === format);
  if (!importer) throw new Error(`nothing reads ${format}`);
  const read = (onPart: (part: CleanPart) => void) =>
    importer.normalise({ path, mapping, pseudonym: (name) => name, folder, onPart });
  const request = { source: 'log-1', file: path, mapping, reading: '', read, rejects: [], importedAt: '2026-01-01' };
  return (await load(engine, { ...request, modified: 0 })).clean;
};

export const inEngine = async <T>(use: (engine: Engine, folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  const engine = await Engine.open(':memory:', { threads: 1, memory: '400MB' });
  try {
    await createSchema(engine);
    return await use(engine, folder);
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * Whether what happens in one instant may come in another order. In CSV the role that stands for the team is a column more,
 * which the hash that orders rows knows. XES numbers its events, which then are no longer of one moment, in which activities
 * start before others end.
 */
const losesTies = ({ columns, ...mapping }: Mapping, format: Format): boolean => {
  if (columns.order !== undefined) return false;
  return format === 'csv'
    ? rolesAreTeams({ columns, ...mapping })
    : columns.lifecycle !== undefined || columns.started !== undefined;
};

/** What is exported and taken in again gives the same facts, to the byte, and every row of it is accepted. */
export const exportedIsTheSame = (format: Format, runs: fc.Parameters<unknown>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(world({ ties: 'hashed' }), async ({ logs, ...setting }) => {
      const files = logs.filter(({ source }) => source === logs[0]?.source);
      const [{ mapping } = { mapping: undefined }] = files;
      if (!mapping || losesTies(mapping, format)) return;
      const first = await inEngine(async (engine, folder) => {
        for (const [i, log] of files.entries()) await importLog(engine, folder, log, `log-${i}.csv`);
        return { facts: await factsOf(engine, setting, mapping), text: await exported(engine, mapping, format) };
      });
      const again = await inEngine(async (engine, folder) => {
        const mapped = rereading(mapping, format);
        expect((await takeIn(engine, folder, first.text, format, mapped)).rejected).toBe(0);
        return factsOf(engine, setting, mapped);
      });
      expect(again).toEqual(first.facts);
    }),
    runs,
  );

const factsOf = async (engine: Engine, setting: Setting, mapping: Mapping): Promise<Record<string, string>> => {
  await stand(engine, { ...setting, logs: [{ source: 'log-1', mapping }] });
  return digests(engine);
};
