import { expect, test } from 'vitest';
import { sql } from '#engine/sql.ts';
import { Mapping } from '#mapping/mapping.ts';
import { DesignModel } from '#model/design-model.ts';
import { factsOf, factsOfCsv } from './fixtures/facts.ts';
import { designed, mapping } from './fixtures/log.ts';
import { unreadValues } from './unread.ts';

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

const right = { decisionType: 'spend', level: 'product', decider: { role: 'lead' } } as const;

/** Small sums are the lead's, large ones the head's, regulated ones the chief's; whatever else there is, a member's. */
const limits = DesignModel.parse({
  ...designed,
  decisionTypes: [{ key: 'spend', decides: 'fund' }],
  decisionRights: [
    { key: 'law', ...right, level: 'executive', decider: { role: 'chief' }, when: { regulated: true } },
    { key: 'small', ...right, when: { amount: { below: 1000 } } },
    { key: 'large', ...right, level: 'portfolio', decider: { role: 'head' }, when: { amount: { from: 1000 } } },
    { key: 'risky', ...right, decider: { role: 'peer' }, when: { amount: { from: 0 }, risk: ['high'] } },
    { key: 'else', ...right, level: 'team', decider: { role: 'member' } },
  ],
});

const written = (parts: object): Mapping =>
  Mapping.parse({
    columns: { item: 'item', at: 'at', activity: 'did' },
    time: { formats: ['iso'], zone: 'UTC' },
    decisions: {
      type: { always: 'spend' },
      steps: [{ activity: 'ask', to: 'ask' }],
      amount: 'amount',
      regulated: 'law',
      risk: 'risk',
    },
    ...parts,
  });

/** The right of the one decision of a log, how many roles decide by the rights that hold, and what could not be read. */
const rightOf = async (amount: string, law: string, parts: object = {}): Promise<unknown[]> => {
  const csv = `item,at,did,amount,law,risk\nA,2024-01-01,ask,"${amount}","${law}",low\nB,2024-01-01,ask,1,no,low\n`;
  const engine = await factsOfCsv(csv, undefined, { mapping: written(parts), design: limits });
  const fact = await engine.one<{ right: string | null; deciders: number | null }>(sql`
    select "right", deciders from decision_fact join item using (item_id) where key = 'A'`);
  const unread = (await unreadValues(engine)).get('log') ?? [];
  engine.close();
  return [
    fact?.right,
    fact?.deciders,
    unread.map(({ field, why, found, row }) => `${field} ${why}: ${found} in ${row}`),
  ];
};

const comma = { numbers: { decimal: ',' } };

test.each<[string, string, string, object, unknown[]]>([
  ['an amount in a local form', '12.500,00 €', 'nein', {}, ['large', 2, []]],
  ['an amount by the declared sign', '1.234', 'nein', comma, ['large', 2, []]],
  ['an amount in brackets as owed', '(12.500,00)', 'nein', {}, ['small', 2, []]],
  ['no amount as one that nobody stated', '', 'nein', {}, ['else', 1, []]],
  ['yes in another language', '12', 'oui', {}, ['law', 3, []]],
  ['a cross as yes', '12', 'x', {}, ['law', 3, []]],
  ['a word of the log’s own', '12', 'GxP', { yesNo: { yes: ['GxP'] } }, ['law', 3, []]],
  ['no right where the amount reads both ways', '1.234', 'no', {}, [null, null, ['amount ambiguous: 1.234 in 1']]],
  ['no right where the amount is none', 'many', 'no', {}, [null, null, ['amount unreadable: many in 1']]],
  [
    'no right where the amount is in another currency',
    '$12',
    'no',
    { numbers: { currency: 'EUR' } },
    [null, null, ['amount other-currency: $12 in 1']],
  ],
  ['no right where nobody knows whether it is regulated', '1', '?', {}, [null, null, ['regulated unreadable: ? in 1']]],
  ['people nowhere', '1', 'Ann', { people: ['law'] }, [null, null, ['regulated unreadable: (hidden: a person) in 1']]],
])('a decision is judged by %s', async (_, amount, law, parts, expected) => {
  expect(await rightOf(amount, law, parts)).toEqual(expected);
});

const nothingIsNo = {
  ...limits,
  decisionRights: limits.decisionRights.map((each) => ({ ...each, when: { regulated: false } })),
};

test.each([
  ['unknown', {}, 0],
  ['no where the mapping says so', { yesNo: { no: [''] } }, 5],
])('an empty field is %s', async (_, parts, deciders) => {
  const csv = 'item,at,did,amount,law,risk\nA,2024-01-01,ask,,,low\nB,2024-01-01,ask,,ja,low\n';
  const engine = await factsOfCsv(csv, undefined, { mapping: written(parts), design: nothingIsNo });
  const rows = await engine.all(sql`select deciders from decision_fact join item using (item_id) where key = 'A'`);
  engine.close();
  expect(rows).toEqual([{ deciders }]);
});

test('a right that does not hang on what cannot be read is held to', async () => {
  const [law] = limits.decisionRights;
  const only = { ...limits, decisionRights: law ? [law] : [] };
  const csv = 'item,at,did,amount,law,risk\nA,2024-01-01,ask,many,yes,low\n';
  const engine = await factsOfCsv(csv, undefined, { mapping: written({}), design: only });
  expect(await engine.all(sql`select "right" from decision_fact`)).toEqual([{ right: 'law' }]);
  engine.close();
});
