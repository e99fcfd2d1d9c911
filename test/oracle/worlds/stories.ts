import fc from 'fast-check';
import { day, hour, minute } from '../clock.ts';

/** What happens to an item at one moment, so long after the moment before. What is left out stays as it is. */
export type Moment = {
  after: number;
  state?: string;
  team?: string;
  person?: string;
  type?: string;
  priority?: string;
  /** A promised time, so long after this moment; it may lie before it. */
  promise?: number;
  activity?: string;
  by?: string;
};

/** One item's life, told before anybody decides in which kind of log it is written down. */
export type Story = {
  begins: number;
  createdBefore: number | null;
  type: string;
  capability: string;
  initiative: string;
  channel: string;
  amount: string;
  risk: string;
  regulated: string;
  moments: Moment[];
};

/** Raw state names and the key and kind each is meant to have; one more is mapped to nothing. */
export const states = {
  Backlog: { key: 'backlog', kind: 'new' },
  Ready: { key: 'ready', kind: 'queue' },
  Waiting: { key: 'waiting', kind: 'queue' },
  Doing: { key: 'doing', kind: 'active' },
  'Doing, again': { key: 'doing', kind: 'active' },
  Testing: { key: 'testing', kind: 'active' },
  Approval: { key: 'approval', kind: 'decision' },
  Closed: { key: 'closed', kind: 'done' },
  Shipped: { key: 'shipped', kind: 'done' },
  Dropped: { key: 'dropped', kind: 'cancelled' },
} as const;

const running = ['Backlog', 'Ready', 'Waiting', 'Doing', 'Doing, again', 'Testing', 'Approval', 'Limbo'];

/** Raw team names; two of them are one team, and Ghost has no rule. */
const teams = ['Red', 'RED', 'Blue', 'Green', 'Ghost'];
export const people = ['Ann', 'Bob', 'Cid'];
/** As people of several countries write them; some read both ways, some are none. */
const amounts =
  "50|1000|2500.5||much|2.500,50|1.000|999,9|1,000|EUR 1,000.00|1 000,5 €|1'250.-|(50)|1.2k|0,5 Mio. €|1e3|12,34,567|50-|3M|0.125".split(
    '|',
  );
const askers = ['lead', 'peer', 'head', 'chief', 'cab', 'red', 'Vendor', 'Nobody', ''];

export const happenings = ['Comment', 'Block', 'Unblock', 'Ask approval', 'Scope', 'Touch'];

/** Raw activity names, and the step each is meant to be. */
export const stepNames = {
  Asked: 'ask',
  Discussed: 'discuss',
  'Needs facts': 'ask-information',
  'Facts given': 'give-information',
  Returned: 'return',
  Escalated: 'escalate',
  Delegated: 'delegate',
  Agreed: 'decide',
  Refused: 'decide',
  Told: 'communicate',
  Acted: 'act',
  Reopened: 'reopen',
} as const;

const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 2) => fc.option(arbitrary, { nil: undefined, freq });

/** Often nothing at all, so that ties are common; always whole minutes, because some logs show no more. */
const pause = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 0, hour, day, 2 * day) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 4000 }).map((minutes) => minutes * minute) },
  { weight: 1, arbitrary: fc.constantFrom(5 * day, 17 * day, 95 * day) },
);

const promise = fc.integer({ min: -5, max: 25 }).map((days) => days * day);

/** Drops the fields that are undefined, which a moment may not have. */
const compact = (moment: { [K in keyof Moment]: Moment[K] | undefined }): Moment => ({
  after: moment.after ?? 0,
  ...Object.fromEntries(Object.entries(moment).filter(([, value]) => value !== undefined)),
});

const moment = fc
  .oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        after: pause,
        state: fc.constantFrom(...running),
        team: maybe(fc.constantFrom(...teams)),
        person: maybe(fc.constantFrom(...people)),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        after: pause,
        team: fc.constantFrom(...teams),
        activity: maybe(fc.constantFrom(...happenings), 1),
      }),
    },
    { weight: 4, arbitrary: fc.record({ after: pause, activity: fc.constantFrom(...happenings) }) },
    { weight: 1, arbitrary: fc.record({ after: pause, person: fc.constantFrom(...people) }) },
    { weight: 1, arbitrary: fc.record({ after: pause, promise }) },
    { weight: 1, arbitrary: fc.record({ after: pause, state: fc.constantFrom('Closed', 'Shipped', 'Dropped') }) },
    {
      weight: 1,
      arbitrary: fc.record({
        after: pause,
        type: maybe(fc.constantFrom('Bug', 'Story')),
        priority: maybe(fc.constantFrom('P1', 'P2')),
      }),
    },
  )
  .map(compact);

const step = fc.record({
  after: pause,
  activity: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('Asked', 'Agreed') },
    { weight: 3, arbitrary: fc.constantFrom(...Object.keys(stepNames)) },
  ),
  by: fc.constantFrom(...askers),
  team: maybe(fc.constantFrom(...teams), 4),
});

/** Steps that lead to a decision, which is told and acted on or is not. */
const settled = fc
  .tuple(
    fc.array(step.map(compact), { maxLength: 4 }),
    fc.constantFrom<string[][]>(['Agreed'], ['Refused', 'Acted'], ['Agreed', 'Told', 'Acted']),
    fc.tuple(pause, pause, pause),
    fc.constantFrom(...askers),
  )
  .map(([steps, last, pauses, by]): Moment[] => [
    ...steps,
    ...last.map((activity, i) => ({ after: pauses[i] ?? 0, activity, by })),
  ]);

/** A way that work often goes, so that blocks, returns, trips to a gate and reopenings are no rarity. */
const paths: Omit<Moment, 'after'>[][] = [
  [{ state: 'Ready', team: 'Red' }, { state: 'Doing' }, { state: 'Testing' }],
  [{ state: 'Doing', team: 'Red' }, { team: 'Blue' }, { activity: 'Comment' }, { activity: 'Touch' }, { team: 'RED' }],
  [{ state: 'Doing' }, { activity: 'Block' }, { activity: 'Touch' }, { activity: 'Unblock' }],
  [{ state: 'Doing' }, { state: 'Waiting' }, { state: 'Doing, again' }, { state: 'Approval' }, { state: 'Doing' }],
  [{ state: 'Doing' }, { state: 'Closed' }, { activity: 'Comment' }, { state: 'Testing' }, { state: 'Waiting' }],
];

const path = fc
  .tuple(fc.constantFrom(...paths), fc.array(pause, { minLength: 5, maxLength: 5 }))
  .map(([moments, pauses]): Moment[] => moments.map((each, i) => ({ ...each, after: pauses[i] ?? 0 })));

const ending = fc.oneof(
  { weight: 7, arbitrary: fc.constantFrom('Closed', 'Closed', 'Shipped') },
  { weight: 1, arbitrary: fc.constant('Dropped') },
  { weight: 3, arbitrary: fc.constant(undefined) },
);

const opening = fc
  .record({
    after: fc.constant(0),
    state: maybe(fc.constantFrom(...running), 6),
    team: maybe(fc.constantFrom(...teams), 6),
    person: maybe(fc.constantFrom(...people)),
    promise: maybe(promise, 1),
  })
  .map(compact);

const life = fc
  .record({
    opening,
    path: fc.oneof({ weight: 3, arbitrary: path }, { weight: 1, arbitrary: fc.constant([]) }),
    wandering: fc.array(moment, { maxLength: 5 }),
    steps: fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(step.map(compact), { maxLength: 8 }) },
      { weight: 2, arbitrary: settled },
    ),
    ending,
    last: pause,
    after: fc.array(moment, { maxLength: 1 }),
  })
  .map(({ opening: first, path: way, wandering, steps, ending: state, last, after }): Moment[] => [
    first,
    ...way,
    ...wandering,
    ...steps,
    ...(state === undefined ? after : [{ after: last, state }]),
  ]);

/** A story that begins within two months of the world's first day. */
export const story: fc.Arbitrary<Story> = fc.record({
  begins: fc.integer({ min: 0, max: 60 * 24 * 4 }).map((quarters) => quarters * 15 * minute),
  createdBefore: fc.option(fc.constantFrom(0, 3 * hour, 2 * day, -day), { freq: 2 }),
  type: fc.constantFrom('Bug', 'Bug', 'Story', 'Oddity', ''),
  capability: fc.constantFrom('Billing', 'Search', 'Lost', ''),
  initiative: fc.constantFrom('north', ''),
  channel: fc.constantFrom('Desk', 'Mail', ''),
  amount: fc.constantFrom(...amounts),
  risk: fc.constantFrom('high', 'low', ''),
  regulated: fc.constantFrom('true', 'false', '', 'Ja', 'no', 'x', 'GxP', 'perhaps'),
  moments: life,
});

/**
 * Sixty short stories of one type, so many teams in turn: enough of a history for forecasts (one team) and enough teams for
 * consistency (three).
 */
export const crowd: fc.Arbitrary<Story[]> = fc
  .record({
    teams: fc.constantFrom(['Red'], ['Red', 'Blue'], ['Red', 'Blue', 'Green']),
    hours: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 60, maxLength: 60 }),
  })
  .map(({ teams: taking, hours }) =>
    hours.map((length, i) => ({
      begins: i * 16 * hour,
      createdBefore: null,
      type: 'Bug',
      capability: 'Billing',
      initiative: '',
      channel: '',
      amount: '',
      risk: '',
      regulated: '',
      moments: [
        { after: 0, state: 'Doing', team: taking[i % taking.length] ?? 'Red' },
        { after: length * hour, state: 'Closed' },
      ],
    })),
  );
