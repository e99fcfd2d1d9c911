import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from '#model/fault.ts';
import { recordFormats } from './index.ts';
import type { Apart, Told } from './read-apart.ts';
import { suggestTable } from './suggest/suggest-table.ts';

const { format: id, request } = workerData as Apart;

/** What is no fault is a bug, and ends the thread with it. */
const read = async (): Promise<Told> => {
  const format = recordFormats.find((known) => known.id === id);
  if (!format && id !== undefined) throw new Error(`there is no format ${id}`);
  try {
    if (!format) return { suggested: suggestTable(request) };
    return { read: await format.read(request) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, detail, place } = error;
    return { fault: { code, detail, place } };
  }
};

parentPort?.postMessage(await read(), []);
