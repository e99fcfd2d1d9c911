import fc from 'fast-check';
import { type DesignInput, DesignModel } from '#model/design-model.ts';
import type { OracleCalendar } from '../input.ts';
import { states } from './stories.ts';

const hours = (from: string, until: string) => [{ from, until }];

export const calendar: fc.Arbitrary<OracleCalendar> = fc.record({
  timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'UTC', 'Asia/Kolkata', 'Australia/Lord_Howe'),
  hours: fc.constantFrom(
    Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((name) => [name, hours('09:00', '17:00')]),
    ),
    {
      monday: [...hours('08:00', '12:00'), ...hours('13:00', '16:30')],
      wednesday: hours('00:00', '24:00'),
      sunday: hours('01:00', '04:00'),
    },
  ),
  holidays: fc.subarray(['2024-03-29', '2024-04-01', '2024-11-01', '2024-12-25']),
});

const rights = [
  { key: 'small', decisionType: 'change', level: 'team', decider: { role: 'peer' }, when: { amount: { below: 1000 } } },
  {
    key: 'large',
    decisionType: 'change',
    level: 'portfolio',
    decider: { role: 'head' },
    when: { amount: { from: 1000 } },
  },
  {
    key: 'risky',
    decisionType: 'change',
    level: 'executive',
    decider: { forum: 'cab' },
    when: { risk: ['high'] },
    agree: ['lead', 'head'],
  },
  {
    key: 'bugs',
    decisionType: 'change',
    level: 'product',
    decider: { role: 'lead' },
    when: { itemType: ['bug'] },
    agree: ['head'],
  },
  { key: 'urgent', decisionType: 'spend', level: 'product', decider: { role: 'lead' }, when: { priority: ['P1'] } },
  { key: 'lawful', decisionType: 'spend', level: 'board', decider: { forum: 'cab' }, when: { regulated: true } },
  { key: 'change', decisionType: 'change', level: 'product', decider: { role: 'lead' } },
  { key: 'spend', decisionType: 'spend', level: 'portfolio', decider: { role: 'head' } },
];

const stages = [...new Map(Object.values(states).map(({ key, kind }) => [key, { key, kind }])).values()];

/** Everything of a design but its period: teams with and without a level, roles on every rung, some of the rights. */
const body = fc.record({
  rights: fc.oneof(
    { weight: 3, arbitrary: fc.constant(rights.slice(-2)) },
    { weight: 3, arbitrary: fc.subarray(rights) },
    { weight: 1, arbitrary: fc.constant(rights.slice(0, 6)) },
  ),
  loops: fc.subarray(['testing', 'waiting']),
  emergency: fc.constantFrom('none', 'none', 'change', 'spend'),
});

/** What is not told by types: the same record as a file would hold it. */
const designOf = (
  design: object,
  { rights: decisionRights, loops, emergency }: { rights: object[]; loops: string[]; emergency: string },
): DesignModel => {
  const input: DesignInput = JSON.parse(
    JSON.stringify({
      design,
      teams: [{ key: 'red', level: 'team' }, { key: 'blue', level: 'product' }, { key: 'green' }],
      roles: [
        { key: 'peer', level: 'team' },
        { key: 'lead', level: 'product' },
        { key: 'head', level: 'portfolio' },
        { key: 'chief', level: 'executive' },
      ],
      forums: [{ key: 'cab', level: 'portfolio', purpose: 'decide' }],
      decisionTypes: [
        { key: 'change', decides: 'approve-change', ...(emergency === 'change' ? { emergency: true } : {}) },
        { key: 'spend', decides: 'fund', ...(emergency === 'spend' ? { emergency: true } : {}) },
        { key: 'order', decides: 'prioritise' },
      ],
      decisionRights,
      workflows: [{ key: 'work', stages, loops }],
    }),
  );
  return DesignModel.parse(input);
};

/**
 * One design since ever, or one after another from some day on, or one that begins late; a draft never counts.
 *
 * Workflows do not differ between two designs of one world: which of them is asked is not settled everywhere.
 */
export const designs = (changeOver: string): fc.Arbitrary<DesignModel[]> =>
  fc.tuple(body, body, fc.constantFrom('one', 'one', 'two', 'draft')).map(([first, second, kind]) => {
    const one = designOf({ key: 'current', status: 'in-force' }, first);
    const same = { ...second, loops: first.loops };
    if (kind === 'one') return [one];
    if (kind === 'draft') return [designOf({ key: 'a-draft', status: 'draft' }, second), one];
    return [
      designOf({ key: 'before', status: 'in-force', to: changeOver }, first),
      designOf({ key: 'current', status: 'in-force', from: changeOver }, same),
    ];
  });
