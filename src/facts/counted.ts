import type { Engine } from '#engine/engine.ts';
import { identifier, join, sql } from '#engine/sql.ts';
import { type DailyWork, writeDailyWork } from './daily-work.ts';
import { type Passages, writePassages } from './passages.ts';

/**
 * What all items did together, in whole numbers: what some items brought can be taken out of it again. Plain data, for
 * another thread.
 */
export type Counted = { readonly passages: Passages; readonly work: DailyWork };

/** Adds what was counted to the tables of facts, or with the sign -1 what is to be taken out of them. */
export const writeCounted = async (engine: Engine, { passages, work }: Counted, sign: 1 | -1 = 1): Promise<void> => {
  await writePassages(engine, passages, sign);
  await writeDailyWork(engine, work, sign);
};

/** Adds up what was written in parts; what comes to nothing goes. */
export const settleCounted = async (engine: Engine): Promise<void> => {
  for (const [table, { codes, counts }] of Object.entries(countedTables)) {
    const sums = counts.map((count) => sql`sum(${identifier(count)}) as ${identifier(count)}`);
    await engine.run(sql`
      create temp table settled as
      select ${join([...codes.map(identifier), ...sums])} from ${identifier(table)} group by all
      having sum(${identifier(counts[0])}) <> 0`);
    await engine.run(sql`delete from ${identifier(table)}`);
    await engine.run(sql`insert into ${identifier(table)} select * from settled`);
    await engine.run(sql`drop table settled`);
  }
};

const countedTables = {
  passage: { codes: ['from_stage', 'to_stage'], counts: ['moves', 'items', 'took_seconds', 'took_micros'] },
  stage_use: { codes: ['stage_id'], counts: ['items', 'visits', 'starts'] },
  stage_before: { codes: ['stage_id', 'later_stage'], counts: ['items'] },
  stage_place: { codes: ['stage_id', 'place'], counts: ['items'] },
  daily_work: { codes: ['team_id', 'day'], counts: ['net'] },
} as const;
