import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerExportArchimate } from '#handlers/export-archimate.ts';
import { ask, dataFile, Scratch, within } from './example.ts';
import { bodiesOf, takeIn } from './record-files.ts';

const scratch = new Scratch();
const models = ['commercial-aviation-ra', 'archimetal-mit', 'vera-4.1-housing', 'lfenergy-functional'] as const;

beforeAll(() => {
  dataFile('archimate-models');
});
afterAll(() => scratch[Symbol.dispose]());

/** Takes a model into a workspace of its own and writes its records back into it. */
const roundTrip = async (model: string) => {
  const path = ['archimate-models', model, 'model.xml'];
  scratch.write(`${model}/throughline.yaml`, 'name: Acme\ncurrency: EUR\ntimeZone: UTC\n');
  return within(`${scratch.folder}/${model}`, async (room) => {
    const [outcome] = await takeIn(room, [path]);
    const bytes = readFileSync(dataFile(...path));
    const content = bytes.toString('base64');
    const back = await ask(answerExportArchimate, room, { onto: { name: 'model.xml', content } });
    const capabilities = await bodiesOf(room, 'capability');
    const parents = capabilities.filter(({ parent }) => parent !== undefined);
    return { outcome, isSame: back.content === content, capabilities: capabilities.length, parents: parents.length };
  });
};

test.each([
  [models[0], 2149, 339, 111],
  [models[1], 1322, 0, 0],
  [models[2], 1995, 0, 0],
  [models[3], 1042, 0, 0],
])(
  'all of %s is read, %i elements and relationships, and comes back as it was',
  async (model, total, capabilities, parents) => {
    const read = await roundTrip(model);
    expect(read.outcome?.rows).toEqual({ total, accepted: total, rejected: 0 });
    expect([read.capabilities, read.parents]).toEqual([capabilities, parents]);
    expect(read.isSame).toBe(true);
  },
);
