import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { groundOf } from '#handlers/figures.ts';
import { refresh } from '#handlers/refresh.ts';
import { rawTable } from '#importers/raw.ts';
import { roomIn } from './fixtures/workspace.ts';
import { digests, figuresOf } from './import-laws.ts';

type Size = { readonly rows: number; readonly files: number };

/**
 * Kills imports at random moments, each started again until it comes to its end, until so many were killed.
 *
 * After each kill the evidence opens and holds whole files only; in the end it holds what an undisturbed import leaves.
 */
export const killImports = async (kills: number, size: Size): Promise<void> => {
  const undisturbed = workspaceOf(size);
  const began = performance.now();
  await importTo(undisturbed, Number.POSITIVE_INFINITY);
  // Of the whole, some is the start of the process; most imports shall be met before they end.
  const span = performance.now() - began;
  const golden = await stateOf(undisturbed);
  rmSync(undisturbed, { recursive: true });
  for (let killed = 0; killed < kills; ) {
    const folder = workspaceOf(size);
    while (killed < kills && !(await importTo(folder, Math.random() * span * 0.6))) {
      killed++;
      await onlyWholeRuns(folder, size, `after kill ${killed}`);
    }
    await importTo(folder, Number.POSITIVE_INFINITY);
    expect(await stateOf(folder), `after kill ${killed}`).toEqual(golden);
    rmSync(folder, { recursive: true });
  }
};

/** Whether the import came to its end before it was killed. */
const importTo = async (folder: string, killAfter: number): Promise<boolean> => {
  const script = join(import.meta.dirname, 'fixtures', 'import-child.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exit]);
  if (killAfter < Number.POSITIVE_INFINITY) {
    await Promise.race([setTimeout(killAfter), exit]);
    child.kill('SIGKILL');
  }
  const [code, signal] = await exit;
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the import ended with ${code ?? signal}`);
  return code === 0;
};

type Run = { run_id: number; source_id: number; total: number; accepted: number; rejected: number };

/** What stands in the evidence belongs to committed runs, and each of them is there whole. */
const onlyWholeRuns = async (folder: string, { rows, files }: Size, when: string): Promise<void> => {
  const room = roomIn(folder);
  try {
    const engine = await room.engine();
    const runs = await engine.all<Run>(sql`
      select run_id, source_id, total::double as total, accepted::double as accepted, rejected::double as rejected
      from import_run where state = 'committed' order by run_id`);
    const [first] = runs;
    const taken = first ? await countByRun(engine, rawTable(first.source_id)) : [];
    expect(taken, when).toEqual(runs.map(({ run_id, accepted: n }) => ({ run_id, n })));
    const rejects = await countByRun(engine, sql`reject`);
    expect(rejects, when).toEqual(runs.map(({ run_id, rejected: n }) => ({ run_id, n })));
    for (const { total, accepted, rejected } of runs) {
      expect(total, when).toBe(rows / files);
      expect(accepted + rejected, when).toBe(total);
    }
  } finally {
    await room.close();
  }
};

const countByRun = (engine: Engine, table: ReturnType<typeof sql>): Promise<{ run_id: number; n: number }[]> =>
  engine.all(sql`select run_id, count(*)::double as n from ${table} group by run_id order by run_id`);

/** The rows that are held, the facts and the figures. */
export const stateOf = async (folder: string): Promise<Record<string, unknown>> => {
  const room = roomIn(folder);
  try {
    const standing = await refresh(room);
    const { engine } = standing;
    const held = await engine.all(sql`
      select count(*)::double as n, bit_xor(identity)::text as identities, bit_xor(tie)::text as ties,
             sum(instant)::text as instants
      from ${rawTable(1)}`);
    return { held, ...(await digests(engine)), figures: await figuresOf(await groundOf(room, standing)) };
  } finally {
    await room.close();
  }
};

const stages = ['new', 'ready', 'build', 'gate', 'build', 'done'] as const;
const kinds = { new: 'new', ready: 'queue', build: 'active', gate: 'decision', done: 'done' };
const begin = Date.parse('2026-01-05T08:00:00Z');

/** One row in a hundred cannot be read; each file begins with a row of the one before. */
const rowAt = (i: number): string => {
  const item = Math.floor(i / stages.length);
  const at = new Date(begin + item * 60_000 + (i % stages.length) * (item % 97) * 600_000).toISOString();
  const cells = [`I${item}`, i % 100 === 99 ? 'soon' : at, stages[i % stages.length], `team-${(item + (i % 2)) % 7}`];
  return [...cells, `person ${i % 23}`, i].join(',');
};

const fileOf = (file: number, each: number): string => {
  const first = file * each;
  const rows = Array.from({ length: each }, (_, i) => rowAt(i === 0 && file > 0 ? first - 2 : first + i));
  return `item,at,state,team,person,no\n${rows.join('\n')}\n`;
};

/** A workspace with one source of several files, and with a key of its own already, so that all of them name people alike. */
export const workspaceOf = ({ rows, files }: Size): string => {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  for (const inner of ['maps', 'data', '.throughline']) mkdirSync(join(folder, inner), { mode: 0o700 });
  writeFileSync(join(folder, '.throughline', 'pseudonym-key'), new Uint8Array(32), { mode: 0o600 });
  writeFileSync(
    join(folder, 'throughline.yaml'),
    'name: Killed\ncurrency: EUR\ntimeZone: UTC\nsources:\n  - key: log\n    path: data/*.csv\n    importer: csv\n    mapping: maps/log.yaml\n',
  );
  const rules = Object.entries(kinds).map(([is, kind]) => `    - { is: ${is}, to: ${is}, kind: ${kind} }\n`);
  writeFileSync(
    join(folder, 'maps', 'log.yaml'),
    `columns: { item: item, at: at, state: state, team: team, person: person, order: no }\ntime: { formats: [iso], zone: UTC }\nteams: { keep: true }\nstates:\n  rules:\n${rules.join('')}`,
  );
  for (let file = 0; file < files; file++) {
    writeFileSync(join(folder, 'data', `log-${String(file).padStart(3, '0')}.csv`), fileOf(file, rows / files));
  }
  return folder;
};
