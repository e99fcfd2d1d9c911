import { parentPort, workerData } from 'node:worker_threads';
import type { ItemBatch } from './event-reader.ts';
import { buffersOf, itemFacts } from './item-rows.ts';

const { make, counted } = itemFacts(workerData);

/** Each batch is answered with its facts, and the word that there are no more with what was counted over all. */
parentPort?.on('message', (batch: ItemBatch | null) => {
  if (!batch) {
    parentPort?.postMessage(counted(), []);
    return;
  }
  const rows = make(batch);
  parentPort?.postMessage(rows, buffersOf(Object.values(rows)));
});
