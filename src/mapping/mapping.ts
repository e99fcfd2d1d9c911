import { z } from 'zod';
import { EventKind, StageKind, StepKind } from '#model/kinds.ts';
import { Currency } from '#model/money.ts';
import { LogZone } from '#model/time-zone.ts';
import { patternFlaw } from './pattern.ts';
import { shownPeople } from './people-columns.ts';

const Column = z.string().min(1);
const Values = z.union([z.string(), z.array(z.string()).min(1)]);

const Pattern = z
  .string()
  .min(1)
  .check(({ value, issues }) => {
    const flaw = patternFlaw(value);
    if (flaw === undefined) return;
    issues.push({ code: 'custom', input: value, message: `a regular expression that can be read (${flaw})` });
  });

/**
 * One line of a rule list: which raw values it takes, and the key they become.
 *
 * `is` names values exactly, `like` is a regular expression over the whole value whose groups may stand in `to` as
 * `$1`. The first rule that takes a value wins. A value that no rule takes stays as it is and is counted as unmapped;
 * `keep: true` says that the raw values of a list are already keys.
 */
export const Rule = z.union([
  z.strictObject({ is: Values, to: z.string().min(1) }),
  z.strictObject({ like: Pattern, to: z.string().min(1) }),
]);
export type Rule = z.infer<typeof Rule>;

export const Rules = z.strictObject({
  keep: z.boolean().default(false),
  rules: z.array(Rule).default([]),
});
export type Rules = z.infer<typeof Rules>;

/** A state rule may say the kind of stage itself; without it the kind comes from the workflow in force. */
const StateRule = z.union([
  z.strictObject({ is: Values, to: z.string().min(1), kind: StageKind.optional() }),
  z.strictObject({ like: Pattern, to: z.string().min(1), kind: StageKind.optional() }),
]);

/** Which rows are steps of a decision: taken by what the row does (`activity`) or by the state it enters (`state`). */
const StepRule = z.union([
  z.strictObject({ activity: Values, to: StepKind, outcome: z.string().optional() }),
  z.strictObject({ state: Values, to: StepKind, outcome: z.string().optional() }),
]);
export type StepRule = z.infer<typeof StepRule>;

/**
 * How a log's rows become decisions. Each item of the log that has at least one step is a decision.
 *
 * `type` says which decision type an item is: always one, by a column, or by the type the item has; `by` says which column names the role or group that takes a step, and
 * `levels` maps its values to levels.
 */
export const Decisions = z.strictObject({
  type: z.union([
    z.strictObject({ always: z.string().min(1) }),
    z.strictObject({ from: Column, ...Rules.shape }),
    z.strictObject({ ofItem: z.literal(true), ...Rules.shape }),
  ]),
  steps: z.array(StepRule).min(1),
  by: Column.optional(),
  levels: Rules.optional(),
  amount: Column.optional(),
  risk: Column.optional(),
  regulated: Column.optional(),
  neededBy: Column.optional(),
  blocks: Column.optional(),
});
export type Decisions = z.infer<typeof Decisions>;

/**
 * What one event log means: how its file is written, what each column is, and how raw names become keys of the model.
 *
 * `file`, `columns`, `time`, `key`, `people` and `changes` decide what is read: changing them is a new import. All the
 * rest is resolved after the rows are stored: changing it needs none.
 */
export const Mapping = z
  .strictObject({
    file: z
      .strictObject({
        delimiter: z.string().length(1).default(','),
        quote: z.string().length(1).default('"'),
        encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1']).default('utf-8'),
        headerRow: z.int().positive().default(1),
        missing: z.array(z.string()).default([]),
      })
      .prefault({})
      .describe('How the file is written; `missing` lists what stands where there is no value. XES needs none of it.'),
    columns: z
      .strictObject({
        item: Column,
        at: Column,
        state: Column.optional(),
        team: Column.optional(),
        person: Column.optional(),
        actor: Column.optional(),
        activity: Column.optional(),
        type: Column.optional(),
        capability: Column.optional(),
        initiative: Column.optional(),
        priority: Column.optional(),
        channel: Column.optional(),
        parent: Column.optional(),
        title: Column.optional(),
        created: Column.optional(),
        /** When the item was over, in a list of one row an item: where it stands, the row is of that moment, not of `at`. */
        ended: Column.optional(),
        /** When the activity began that `state` names and that ended at `at`: the row tells of both. */
        started: Column.optional(),
        promised: Column.optional(),
        order: Column.optional(),
        /** Which step in the life of an activity a row is: `state` then names activities, and states follow from them. */
        lifecycle: Column.optional(),
        /** Which go at an activity, where one item may have several at once. */
        instance: Column.optional(),
      })
      .check(({ value, issues }) => {
        if (value.started !== undefined && (value.state === undefined || value.lifecycle !== undefined)) {
          const expected = 'a column for the state too, which names the activities, and none for a lifecycle';
          issues.push({ code: 'custom', input: value.started, path: ['started'], message: expected });
        }
        const lacks = value.lifecycle !== undefined && value.state === undefined;
        const message = 'a column for the state too, which names the activities that the lifecycle is about';
        if (lacks) issues.push({ code: 'custom', input: value.lifecycle, path: ['lifecycle'], message });
      })
      .describe('Which column says what, by the names in the header.'),
    changes: z
      .strictObject({
        field: Column,
        to: Column,
        /** The value before: of the first change of a field it says what the item had until then. */
        from: Column.optional(),
        fields: z.record(
          z.string(),
          z.enum(['state', 'team', 'person', 'type', 'priority', 'initiative', 'capability', 'channel']),
        ),
      })
      .optional()
      .describe(
        'A log of changes: each row says which field of the item took which value, instead of showing the whole item.',
      ),
    key: z
      .array(Column)
      .min(1)
      .optional()
      .describe('The columns that make a row the same row in every file; all of them when left out.'),
    link: z
      .string()
      .regex(
        /^https?:\/\/[^\s{}]*\{item\}[^\s{}]*$/u,
        'an address with {item} in it, such as https://jira.example/browse/{item},',
      )
      .optional()
      .describe('Where an item can be seen in the tool it comes from, with {item} in the place of its number.'),
    people: z
      .array(Column)
      .default([])
      .describe('Further columns that hold people: only pseudonyms of them are stored.'),
    knowTheFuture: z
      .array(Column)
      .default([])
      .describe(
        'Columns that hold the end of the case on every row of it: kept, never read as something the row knew.',
      ),
    time: z
      .strictObject({
        formats: z
          .array(z.string().min(1))
          .min(1)
          .describe(
            'iso, epoch-s, epoch-ms, epoch-us, excel (days of a spreadsheet), or patterns such as D/M/YYYY H:mm; the first that reads a value counts.',
          ),
        zone: LogZone,
        wholeDays: z.array(Column).default([]),
      })
      .describe(
        'How times are written, and on which clocks. A promised or needed-by day without a time lasts until its end; in the columns under `wholeDays` so does the day of every time.',
      ),
    numbers: z
      .strictObject({
        decimal: z.enum(['.', ',']).optional(),
        currency: Currency.optional(),
      })
      .prefault({})
      .describe(
        'How amounts are written: which sign stands before the decimals (without it, one that reads both ways is not read), and the only currency that counts (without it, what is written beside an amount is passed over).',
      ),
    yesNo: z
      .strictObject({ yes: z.array(z.string().min(1)).default([]), no: z.array(z.string()).default([]) })
      .prefault({})
      .describe(
        'Words for yes and no beside the usual ones; an empty one under `no` says that an empty field means no.',
      ),
    states: z
      .strictObject({
        keep: z.boolean().default(false),
        rules: z.array(StateRule).default([]),
        none: z.array(z.string().min(1)).default([]),
      })
      .prefault({})
      .describe(
        'Raw states to stages, and of which kind these are where no workflow says it; `keep` makes each its own stage. What stands under `none` is no state: a row that says it leaves its item in the one that it has.',
      ),
    teams: Rules.prefault({}).describe('Raw names to teams; with `keep` each is a team under its own name.'),
    roles: Rules.optional().describe(
      'Raw names of people to roles, for a log that knows persons only; the roles are then shown as teams are.',
    ),
    types: Rules.prefault({ keep: true }).describe('Raw names to types of items.'),
    capabilities: Rules.prefault({}).describe('Raw names to capabilities of the model.'),
    initiatives: Rules.prefault({}).describe('Raw names to initiatives of the model.'),
    priorities: Rules.prefault({ keep: true }).describe('Raw names to priorities.'),
    channels: Rules.prefault({}).describe('Raw names to the channels by which work comes in.'),
    activities: z
      .array(z.union([z.strictObject({ is: Values, to: EventKind }), z.strictObject({ like: Pattern, to: EventKind })]))
      .default([])
      .describe("What a row's activity (or, in a log of changes, its field) says that happened."),
    decisions: Decisions.optional().describe(
      'Which rows ask for a decision, discuss or make it, and what about it they tell.',
    ),
  })
  .check(({ value, issues }) => {
    const until = [value.columns.promised, value.decisions?.neededBy];
    for (const [index, column] of value.time.wholeDays.entries()) {
      if (until.includes(column)) continue;
      const message = 'the column that is promised, or neededBy of decisions';
      issues.push({ code: 'custom', input: column, path: ['time', 'wholeDays', index], message });
    }
    for (const { column, path } of shownPeople(value)) {
      issues.push({
        code: 'custom',
        input: column,
        path: [...path],
        message: 'a column that holds no people, since its values are shown',
      });
    }
  });
export type Mapping = z.infer<typeof Mapping>;
