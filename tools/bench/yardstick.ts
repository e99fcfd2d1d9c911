import { join } from 'node:path';
import { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { median, Stopwatch, type Taken } from './stopwatch.ts';

/**
 * What the database alone takes to read the same log as texts and to put its rows in order, and to tell the first, the last
 * and the number of rows of each item: what nothing that stands on it can undercut. Machines differ; how many times as long
 * as this something takes differs far less.
 *
 * A process of its own: `node yardstick.ts LOG FOLDER`.
 */
const [log = '', folder = ''] = process.argv.slice(2);
const engine = await Engine.open(join(folder, 'yardstick.duckdb'), { spill: join(folder, 'spill') });
const reading = new Stopwatch();
await reading.time('read and order the rows', () =>
  engine.run(
    sql`create table read as select * from read_csv(${log}, all_varchar = true, header = true) order by ticket, changed`,
  ),
);
const asking = new Stopwatch();
for (let run = 0; run < 4; run++) {
  await asking.time('first, last and number of rows of each item', () =>
    engine.one(sql`
      select count(*)::double as items, max(n)::double as most, min(first) as first, max(last) as last
      from (select count(*) as n, min(changed) as first, max(changed) as last from read group by ticket)`),
  );
}
engine.close();
const answers = asking.taken.slice(1);
const asked: Taken = {
  step: answers[0]?.step ?? '',
  seconds: median(answers.map(({ seconds }) => seconds)),
  cpuSeconds: median(answers.map(({ cpuSeconds }) => cpuSeconds)),
};
console.log(JSON.stringify([...reading.taken, asked]));
