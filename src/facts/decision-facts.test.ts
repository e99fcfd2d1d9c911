import { expect, test } from 'vitest';
import { sql } from '#engine/sql.ts';
import { factsOf } from './fixtures/facts.ts';
import { mapping } from './fixtures/log.ts';

/** Who decided, the last time and on the way to it. */
const decidersOf = async (log: string, people: string[]): Promise<unknown[]> => {
  const engine = await factsOf(log, undefined, { mapping: { ...mapping, people } });
  const rows = await engine.all<{ decider: string | null }>(sql`
    select decided_by as decider from decision_fact union all select approver from earlier_approval`);
  engine.close();
  return rows.map(({ decider }) => decider);
};

const twoApprovals = 'A:change ask(lead)@0 decide(lead)@1d ask(head)@2d decide(head)@3d';

test.each([
  ['by their names', twoApprovals, [], ['head', 'lead']],
  ['as people where the column holds people', twoApprovals, ['by'], ['(people)', '(people)']],
  ['not at all where nobody is named', 'A:change ask@0 decide@1d', ['by'], [null]],
])('deciders stand in facts %s', async (_, log, people, expected) => {
  expect(await decidersOf(log, people)).toEqual(expected);
});
