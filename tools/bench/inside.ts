import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Timed } from './bench.ts';
import { makeFacts } from './facts.ts';
import { askAll } from './questions.ts';
import { peakMemory, Stopwatch } from './stopwatch.ts';

/** The timed part, a process of its own so that its peak of memory is nobody else's: `node inside.ts LOG FOLDER`. */
const [log = '', folder = ''] = process.argv.slice(2);
const watch = new Stopwatch();
const engine = await makeFacts(log, folder, watch);
const factsMemory = peakMemory();
const questions = await askAll(engine);
engine.close();
const database = statSync(join(folder, 'evidence.duckdb')).size;
const timed: Timed = { steps: watch.taken, questions, factsMemory, memory: peakMemory(), database };
console.log(JSON.stringify(timed));
