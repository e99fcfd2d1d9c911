import type { z } from 'zod';
import { Mapping } from '#mapping/mapping.ts';
import { day, hour, instantsShowing, localDay, wallAt } from '../clock.ts';
import type { OracleLog } from '../input.ts';
import { happenings, type Moment, people, type Story, states, stepNames } from './stories.ts';

/** How one log is written down and read. */
export type Manner = {
  style: 'snapshot' | 'changes';
  clock: 'iso' | 'local';
  /** Whether a snapshot leaves empty what has not changed. */
  sparse: boolean;
  hasOrder: boolean;
  hasKey: boolean;
  kindsInRules: boolean;
  escalateRule: boolean;
  stateAsks: boolean;
  by: boolean;
  type: 'always' | 'column' | 'item';
  rolesAsTeams: boolean;
  decimal: '.' | ',' | null;
  /** How it is said until when something is to be done: by a time, a day, or a time that stands for its day. */
  until: 'time' | 'day' | 'whole-day';
  /** Whether the log has words of its own for yes, and leaves no empty. */
  ownWords: boolean;
  personal: boolean;
  /** Whether some values are said to be no state. */
  notStates: boolean;
  /** Whether some rows say when their item was over, beside when it came up or with that as their own time. */
  ends: 'never' | 'beside' | 'alone';
  /** Whether a log of changes tells what was before. */
  olds: boolean;
  /** Whether snapshots name activities, and rows say when theirs began, or which step in its life they are. */
  activities: 'none' | 'begun' | 'steps';
  /** Which of the times, or steps, a row gets. */
  turn: number;
};

const header = [
  'Id',
  'Case',
  'When',
  'Field',
  'To',
  'No',
  'State',
  'Team',
  'Who',
  'What',
  'By',
  'Type',
  'Capability',
  'Initiative',
  'Channel',
  'Priority',
  'Opened',
  'Due',
  'Amount',
  'Risk',
  'Law',
  'Matter',
  'Needed',
  'Over',
  'From',
  'Began',
  'Step',
  'Go',
] as const;

/** The columns that hold times or days. */
export const timed = [
  'When',
  'Opened',
  'Due',
  'Needed',
  'Over',
  'Began',
] as const satisfies readonly (typeof header)[number][];

type Cells = Partial<Record<(typeof header)[number], string>>;

const localZone = 'Europe/Berlin';

/** Out of the hour that the local clock shows twice: what it means is told elsewhere. */
const outOfOverlap = (instant: number, zone: string): number => {
  const wall = wallAt(instant, zone);
  const shown = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  return instantsShowing(shown, zone).length > 1 ? instant + 2 * hour : instant;
};

const writeTime = (instant: number, clock: Manner['clock']): string => {
  if (clock === 'iso') return `${new Date(instant).toISOString().slice(0, 19)}Z`;
  const wall = wallAt(outOfOverlap(instant, localZone), localZone);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(wall.day)}.${two(wall.month)}.${wall.year} ${two(wall.hour)}:${two(wall.minute)}`;
};

const writeUntil = (instant: number, { clock, until }: Manner): string => {
  if (until !== 'day') return writeTime(instant, clock);
  const [year, month, date] = localDay(instant, localZone).split('-');
  return clock === 'iso' ? `${year}-${month}-${date}` : `${date}.${month}.${year}`;
};

/** When a row is of, and on every third one when the item is over, some hours later. */
const timesOf = (at: number, nth: number, { clock, ends }: Manner): Cells => ({
  When: writeTime(at, clock),
  Over: ends === 'never' || nth % 3 < 2 ? '' : writeTime(at + 7 * hour, clock),
});

/** How long an activity took, in hours; no time, or less than none, says nothing of it. */
const lengths = [2, 0, null, 30, 0.25, 130, -1, 24, 0];

const words = [
  'start',
  'Complete',
  'suspend',
  '',
  'START',
  'resume',
  'complete',
  'assign',
  'ate_abort',
  'start',
  'pi_abort',
];

const goes = ['', 'a', '', 'b', ''];

/** What a row says of the activity it names. */
const livedCells = (at: number, nth: number, { activities, turn, clock }: Manner): Cells => {
  const pick = <T>(values: readonly T[], salt: number): T | undefined =>
    values[(((nth + 1) * 7919 * (turn + salt)) % 100_003) % values.length];
  const length = pick(lengths, 1) ?? null;
  if (activities === 'begun') return { Began: length === null ? '' : writeTime(at - length * hour, clock) };
  return activities === 'steps' ? { Step: pick(words, 1) ?? '', Go: pick(goes, 2) ?? '' } : {};
};

/** What every row of a story says, whichever way it is written. */
const standing = (story: Story, name: string, born: number, manner: Manner): Cells => ({
  Case: name,
  Capability: story.capability,
  Initiative: story.initiative,
  Channel: story.channel,
  Opened: story.createdBefore === null ? '' : writeTime(born - story.createdBefore, manner.clock),
  Amount: story.amount,
  Risk: story.risk,
  Law: story.regulated,
  Needed: story.risk === '' ? '' : writeUntil(born + 5 * day, manner),
  Matter: story.regulated === 'true' ? 'Money' : story.risk === 'high' ? '' : 'Else',
});

const changedCells = (moment: Moment, at: number, manner: Manner): Cells => ({
  ...(moment.state === undefined ? {} : { State: moment.state }),
  ...(moment.team === undefined ? {} : { Team: moment.team }),
  ...(moment.person === undefined ? {} : { Who: moment.person }),
  ...(moment.type === undefined ? {} : { Type: moment.type }),
  ...(moment.priority === undefined ? {} : { Priority: moment.priority }),
  ...(moment.promise === undefined ? {} : { Due: writeUntil(at + moment.promise, manner) }),
});

const asSnapshots = (story: Story, fixed: Cells, born: number, manner: Manner): Cells[] => {
  let now: Cells = { Type: story.type };
  let at = born;
  return story.moments.map((moment, i) => {
    at += moment.after;
    const changed = changedCells(moment, at, manner);
    now = { ...now, ...changed };
    const shown = manner.sparse && i > 0 ? changed : now;
    const told = { What: moment.activity ?? '', By: moment.by ?? '' };
    const nth = i + Math.round(story.begins / (15 * 60_000));
    return { ...fixed, ...shown, ...timesOf(at, i, manner), ...livedCells(at, nth, manner), ...told };
  });
};

const fieldNames = { State: 'Status', Team: 'Group', Who: 'Assignee', Type: 'Kind', Priority: 'Urgency' } as const;

/** One row a changed field; an activity is a field of that name that changes to nothing, and so is a new promise. */
const asChanges = (story: Story, fixed: Cells, born: number, manner: Manner): Cells[] => {
  let at = born;
  const before: Cells = { State: 'Backlog', Team: story.begins % 2 === 0 ? 'Green' : '', Who: 'Cid', Priority: '' };
  const first: Cells[] =
    story.type === '' ? [] : [{ ...fixed, When: writeTime(at, manner.clock), Field: 'Kind', To: story.type }];
  const later = story.moments.flatMap((moment, i) => {
    at += moment.after;
    const row = { ...fixed, ...timesOf(at, i, manner), By: moment.by ?? '' };
    const { Due, ...changed } = changedCells(moment, at, manner);
    const rows: Cells[] = Object.entries(fieldNames).flatMap(([name, field]) => {
      const column = name as keyof typeof fieldNames;
      const to = changed[column];
      if (to === undefined) return [];
      const From = manner.olds ? (before[column] ?? '') : '';
      before[column] = to;
      return [{ ...row, Field: field, To: to, From }];
    });
    if (Due !== undefined) rows.push({ ...row, Field: 'Due date', Due });
    if (moment.activity !== undefined) rows.push({ ...row, Field: moment.activity });
    return rows;
  });
  return [...first, ...later];
};

/** The rows of a log, in the order in which things were told; no two rows of one log have the same Id or No. */
export const tell = (stories: readonly Story[], firstDay: number, manner: Manner): string[][] => {
  const rows = stories.flatMap((story, i) => {
    const born = firstDay + story.begins;
    const fixed = standing(story, `C-${i + 1}`, born, manner);
    return manner.style === 'snapshot'
      ? asSnapshots(story, fixed, born, manner)
      : asChanges(story, fixed, born, manner);
  });
  return rows.map((cells, i) => {
    const numbered: Cells = {
      ...cells,
      Id: manner.hasKey ? `R${i + 1}` : '',
      No: manner.hasOrder ? String(i + 1) : '',
    };
    return header.map((column) => numbered[column] ?? '');
  });
};

const kindOf: Record<string, string> = {
  Comment: 'commented',
  Block: 'blocked',
  Unblock: 'unblocked',
  'Ask approval': 'approval-asked',
  Scope: 'scope',
};

/** Rules for states: exact ones, and one pattern that makes two raw names one stage. */
const stateRules = ({ kindsInRules, activities }: Manner) =>
  Object.entries(states).map(([name, { key, kind }]) => {
    // An activity that ends an item has done so when it is over.
    const ends = activities !== 'none' && (kind === 'done' || kind === 'cancelled');
    return {
      ...(name.startsWith('Doing') ? { like: 'Doing.*' } : { is: ends ? `after ${name}` : name }),
      to: key,
      ...(kindsInRules ? { kind } : {}),
    };
  });

const decisionsOf = (manner: Manner) => ({
  type: {
    always: { always: 'change' },
    column: {
      from: 'Matter',
      rules: [
        { is: 'Money', to: 'spend' },
        { is: 'Else', to: 'change' },
      ],
    },
    item: {
      ofItem: true,
      rules: [
        { is: 'bug', to: 'change' },
        { is: 'story', to: 'spend' },
      ],
    },
  }[manner.type],
  steps: [
    ...Object.entries(stepNames).flatMap(([activity, to]) =>
      to === 'escalate' && !manner.escalateRule ? [] : [{ activity, to, outcome: activity.toLowerCase() }],
    ),
    ...(manner.stateAsks ? [{ state: ['Approval', 'approval'], to: 'ask' }] : []),
  ],
  ...(manner.by ? { by: 'By' } : {}),
  levels: { rules: [{ is: 'Vendor', to: 'board' }] },
  amount: 'Amount',
  risk: 'Risk',
  regulated: 'Law',
  neededBy: 'Needed',
});

const columnsOf = (manner: Manner) => ({
  item: 'Case',
  at: 'When',
  ...(manner.hasOrder ? { order: 'No' } : {}),
  ...(manner.style === 'changes'
    ? {}
    : {
        state: 'State',
        ...(manner.rolesAsTeams ? {} : { team: 'Team' }),
        person: 'Who',
        activity: 'What',
        type: 'Type',
        priority: 'Priority',
        ...(manner.activities === 'begun' ? { started: 'Began' } : {}),
        ...(manner.activities === 'steps' ? { lifecycle: 'Step', instance: 'Go' } : {}),
      }),
  capability: 'Capability',
  initiative: 'Initiative',
  channel: 'Channel',
  ...(manner.ends === 'alone' ? {} : { created: 'Opened' }),
  ...(manner.ends === 'never' ? {} : { ended: 'Over' }),
  promised: 'Due',
});

const mappingOf = (manner: Manner): Mapping => {
  const fields = { Status: 'state', Assignee: 'person', Kind: 'type', Urgency: 'priority' };
  const mapping = {
    file: { missing: ['-'] },
    columns: columnsOf(manner),
    ...(manner.style === 'changes'
      ? {
          changes: {
            field: 'Field',
            to: 'To',
            ...(manner.olds ? { from: 'From' } : {}),
            fields: manner.rolesAsTeams ? fields : { ...fields, Group: 'team' },
          },
        }
      : {}),
    ...(manner.hasKey ? { key: ['Id'] } : {}),
    people: manner.personal ? ['Who'] : [],
    time: {
      formats: manner.clock === 'iso' ? ['iso'] : ['DD.MM.YYYY HH:mm', 'DD.MM.YYYY'],
      zone: localZone,
      wholeDays: manner.until === 'whole-day' ? ['Due', 'Needed'] : [],
    },
    ...(manner.decimal === null ? {} : { numbers: { decimal: manner.decimal } }),
    ...(manner.ownWords ? { yesNo: { yes: ['GxP'], no: [''] } } : {}),
    states: { rules: stateRules(manner), none: manner.notStates ? ['Limbo', 'Ready', 'after Testing'] : [] },
    teams: {
      rules: [
        { is: ['Red', 'RED'], to: 'red' },
        { like: '(?:Blue)', to: 'blue' },
        { is: 'Green', to: 'green' },
      ],
    },
    ...(manner.rolesAsTeams
      ? {
          roles: {
            rules: [
              { is: people.slice(0, 1), to: 'red' },
              { like: '.*', to: 'blue' },
            ],
          },
        }
      : {}),
    types: {
      rules: [
        { is: 'Bug', to: 'bug' },
        { is: 'Story', to: 'story' },
      ],
    },
    capabilities: {
      rules: [
        { is: 'Billing', to: 'billing' },
        { is: 'Search', to: 'search' },
      ],
    },
    initiatives: { keep: true },
    channels: { rules: [{ is: ['Desk', 'Mail'], to: 'intake' }] },
    activities: happenings.flatMap((name) => (kindOf[name] === undefined ? [] : [{ is: name, to: kindOf[name] }])),
    decisions: decisionsOf(manner),
  };
  const input: z.input<typeof Mapping> = JSON.parse(JSON.stringify(mapping));
  return Mapping.parse(input);
};

export const logOf = (source: string, rows: string[][], manner: Manner): OracleLog => ({
  source,
  header: [...header],
  rows,
  mapping: mappingOf(manner),
});

/** Where a column stands in every log told here. */
export const place = (column: (typeof header)[number]): number => header.indexOf(column);
