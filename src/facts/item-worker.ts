import { parentPort, workerData } from 'node:worker_threads';
import type { ItemBatch } from './event-reader.ts';
import { buffersOf, itemFacts } from './item-rows.ts';

const make = itemFacts(workerData);

parentPort?.on('message', (batch: ItemBatch) => {
  const rows = make(batch);
  parentPort?.postMessage(rows, buffersOf(Object.values(rows).flat()));
});
