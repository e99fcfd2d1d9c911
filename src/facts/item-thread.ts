import { Worker } from 'node:worker_threads';
import type { Counted } from './counted.ts';
import type { ItemBatch } from './event-reader.ts';
import { buffersOf, type FactRows, type ItemGround, itemFacts } from './item-rows.ts';

/** Where facts are made of batches of items, in the order in which they are handed in. */
export type ItemThread = {
  /** The batch is given away: its arrays must not be used any more. */
  readonly make: (batch: ItemBatch) => Promise<FactRows>;
  /** What was counted over all batches; none may follow. */
  readonly counted: () => Promise<Counted>;
  readonly close: () => Promise<unknown>;
};

export const sameThread = (ground: ItemGround): ItemThread => {
  const { make, counted } = itemFacts(ground);
  return { make: async (batch) => make(batch), counted: async () => counted(), close: async () => undefined };
};

export const openItemThread = (ground: ItemGround): ItemThread => {
  const worker = new Worker(new URL(import.meta.resolve('#facts/item-worker.ts')), { workerData: ground });
  const waiting: PromiseWithResolvers<FactRows>[] = [];
  const counted = Promise.withResolvers<Counted>();
  // Who asks for it is told what went wrong; when nobody has asked yet, the batches have told it.
  counted.promise.catch(() => undefined);
  worker.on('message', (answer: FactRows | Counted) => {
    if ('passages' in answer) counted.resolve(answer);
    else waiting.shift()?.resolve(answer);
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
    counted.reject(error);
  });
  return {
    make: (batch) => {
      const answer = Promise.withResolvers<FactRows>();
      waiting.push(answer);
      worker.postMessage(batch, buffersOf(Object.values(batch.columns)));
      return answer.promise;
    },
    counted: () => {
      worker.postMessage(null, []);
      return counted.promise;
    },
    close: () => worker.terminate(),
  };
};
