import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from '#model/fault.ts';
import { exportedModel } from './archimate/export.ts';
import { recordFormats } from './index.ts';
import type { Tasks, Told } from './read-apart.ts';
import { suggestTable } from './suggest/suggest-table.ts';

type Done = { readonly [Task in keyof Tasks]: (given: Tasks[Task]['given']) => Promise<Tasks[Task]['answer']> };

const done: Done = {
  read: async ({ format: id, request }) => {
    const format = recordFormats.find((known) => known.id === id);
    if (!format) throw new Error(`there is no format ${id}`);
    return format.read(request);
  },
  suggest: async (request) => suggestTable(request),
  exportModel: async (asked) => exportedModel(asked),
};

/** What is no fault is a bug, and ends the thread with it. */
const answered = async <Task extends keyof Tasks>(
  task: Task,
  given: Tasks[Task]['given'],
): Promise<Told<Tasks[Task]['answer']>> => {
  try {
    return { answer: await done[task](given) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, detail, place } = error;
    return { fault: { code, detail, place } };
  }
};

const { task, given } = workerData as { readonly task: keyof Tasks; readonly given: Tasks[keyof Tasks]['given'] };
parentPort?.postMessage(await answered(task, given), []);
