import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Timed } from './bench.ts';
import { makeFacts, openEvidence, takeIn } from './facts.ts';
import { askAll, askFiltered, readAll } from './questions.ts';
import { peakMemory, Stopwatch } from './stopwatch.ts';

/** The timed part, a process of its own so that its peak of memory is nobody else's: `node inside.ts LOG LATER FOLDER SEED`. */
const [log = '', later = '', folder = '', seed = '1'] = process.argv.slice(2);
const watch = new Stopwatch();
const engine = await openEvidence(folder);
await watch.time('import', () => takeIn(engine, log, folder));
await watch.time('facts', () => makeFacts(engine));
const factsMemory = peakMemory();
const questions = await askAll(engine);
const filtered = await askFiltered(engine, Number(seed));
const afterwards = new Stopwatch();
await afterwards.time('import', () => takeIn(engine, later, folder));
const built = await afterwards.time('facts', () => makeFacts(engine));
if (built !== 'updated') throw new Error(`the facts were ${built} when further events came`);
const figures = new Stopwatch();
await figures.time('every figure', () => readAll(engine));
engine.close();
const database = statSync(join(folder, 'evidence.duckdb')).size;
const timed: Timed = {
  steps: watch.taken,
  questions,
  filtered,
  appended: afterwards.taken,
  figures: figures.taken,
  factsMemory,
  memory: peakMemory(),
  database,
};
console.log(JSON.stringify(timed));
