import { expect, test } from 'vitest';
import { contextOf } from '#conformance/fixtures/world.ts';
import { tiedVisits } from './tied-visits.ts';

test.each([
  ['no visit that lasted', 'A build 03-01..03-02; A test 03-02..03-03', 0],
  ['a visit left at the instant it was entered', 'A build 03-01..03-01; A test 03-01..03-03', 0.5],
  ['a visit that gave the work to another team at once', 'A build@red 03-01..03-01; A build@blue 03-01', 1],
  ['no visit that still lasts', 'A build 03-01..03-01; A test 03-02..03-03; A wait 03-03', 0.5],
])('the order of visits rests on chance for %s', async (_, visits, tied) => {
  const { engine } = await contextOf({ visits });
  expect([...(await tiedVisits(engine)).values()]).toEqual([tied]);
  engine.close();
});
