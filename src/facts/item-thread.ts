import { Worker } from 'node:worker_threads';
import type { ItemBatch } from './event-reader.ts';
import { buffersOf, type FactRows, type ItemGround, itemFacts } from './item-rows.ts';

/** Where facts are made of batches of items, in the order in which they are handed in. */
export type ItemThread = {
  /** The batch is given away: its arrays must not be used any more. */
  readonly make: (batch: ItemBatch) => Promise<FactRows>;
  readonly close: () => Promise<unknown>;
};

export const sameThread = (ground: ItemGround): ItemThread => {
  const make = itemFacts(ground);
  return { make: async (batch) => make(batch), close: async () => undefined };
};

export const openItemThread = (ground: ItemGround): ItemThread => {
  const worker = new Worker(new URL('./item-worker.ts', import.meta.url), { workerData: ground });
  const waiting: PromiseWithResolvers<FactRows>[] = [];
  worker.on('message', (rows: FactRows) => waiting.shift()?.resolve(rows));
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    make: (batch) => {
      const answer = Promise.withResolvers<FactRows>();
      waiting.push(answer);
      worker.postMessage(batch, buffersOf(Object.values(batch.columns)));
      return answer.promise;
    },
    close: () => worker.terminate(),
  };
};
