import type { z } from 'zod';
import { Mapping } from '#mapping/mapping.ts';
import { type DesignInput, DesignModel } from '#model/design-model.ts';
import { type StageKind, StepKind } from '#model/kinds.ts';
import { day, hour, minute } from './clock.ts';
import type { OracleInput } from './input.ts';
import { type OracleFacts, oracle } from './oracle.ts';

/** Midnight UTC of a Monday: what @0 means. */
export const monday = Date.parse('2024-01-01T00:00:00Z');

const units: Record<string, number> = { d: day, h: hour, m: minute };

/** The length a text such as 1d12h or -2d means. */
const lengthIn = (text: string): number => {
  const size = [...text.matchAll(/(\d+(?:\.\d+)?)([dhm])/g)].reduce(
    (sum, [, number, unit = '']) => sum + Number(number) * (units[unit] ?? 0),
    0,
  );
  return text.startsWith('-') ? -size : size;
};

const instant = (text: string | undefined): string =>
  text === undefined ? '' : new Date(monday + lengthIn(text)).toISOString();

const header = ['item', 'at', 'order', 'state', 'team', 'person', 'activity', 'by', 'type', 'created', 'promised'];

/** Two stages of some kinds, so that a move within a kind can be told from staying. */
const stages: Record<string, StageKind> = {
  new: 'new',
  ready: 'queue',
  shelf: 'queue',
  build: 'active',
  test: 'active',
  gate: 'decision',
  done: 'done',
  shipped: 'done',
  dropped: 'cancelled',
};

const token =
  /^(?<word>[\w.-]+)(?:\/(?<team>\w+))?(?:~(?<person>\w+))?(?:\((?<by>\w+)\))?@(?<time>-?[\w.]+)(?:!(?<promise>-?[\w.]+))?$/;

const isState = (word: string): boolean => word in stages || word === 'odd';

/** The rows of one line: a name with `:type`, `^created` and `*times`, then what happened and when. */
const rowsOf = (line: string): string[][] => {
  const [name = '', ...happened] = line.trim().split(/\s+/);
  const named = /^(?<id>\w+)(?::(?<type>[\w-]+))?(?:\^(?<created>-?\w+))?(?:\*(?<times>\d+))?$/.exec(name)?.groups;
  if (!named) throw new Error(`not an item: ${name}`);
  const times = Number(named.times ?? 1);
  return Array.from({ length: times }, (_, copy) =>
    happened.map((text, i) => {
      const found = token.exec(text)?.groups;
      if (!found) throw new Error(`not an event: ${text}`);
      const { word = '', team = '', person = '', by = '', time, promise } = found;
      const state = isState(word) ? word : '';
      const activity = isState(word) || word === '.' ? '' : word;
      const id = times === 1 ? (named.id ?? '') : `${named.id}${copy + 1}`;
      const rest = [by, named.type ?? '', instant(named.created), instant(promise)];
      return [id, instant(time), String(i + 1), state, team, person, activity, ...rest];
    }),
  ).flat();
};

export const tinyMapping = (changed: Partial<z.input<typeof Mapping>> = {}): Mapping =>
  Mapping.parse({
    columns: Object.fromEntries(header.filter((column) => column !== 'by').map((column) => [column, column])),
    time: { formats: ['iso'], zone: 'UTC' },
    states: { rules: Object.entries(stages).map(([is, kind]) => ({ is, to: is, kind })) },
    teams: { keep: true },
    activities: [
      { is: 'comment', to: 'commented' },
      { is: 'block', to: 'blocked' },
      { is: 'unblock', to: 'unblocked' },
      { is: 'approval', to: 'approval-asked' },
    ],
    decisions: {
      type: { always: 'change' },
      steps: StepKind.options.map((kind) => ({ activity: kind, to: kind })),
      by: 'by',
    },
    ...changed,
  });

/** The steps of a log that has no rule for escalations, so that climbing the ladder counts. */
export const withoutEscalate = tinyMapping({
  decisions: {
    type: { always: 'change' },
    steps: StepKind.options.flatMap((kind) => (kind === 'escalate' ? [] : [{ activity: kind, to: kind }])),
    by: 'by',
  },
});

/** Lead and peer sit on the second rung, head on the third, chief on the fourth; changes are the lead's to decide. */
export const tinyDesign = (changed: DesignInput = {}): DesignModel =>
  DesignModel.parse({
    teams: [{ key: 'red', level: 'team' }, { key: 'blue', level: 'product' }, { key: 'green' }],
    roles: [
      { key: 'lead', level: 'product' },
      { key: 'peer', level: 'product' },
      { key: 'head', level: 'portfolio' },
      { key: 'chief', level: 'executive' },
    ],
    decisionTypes: [{ key: 'change', decides: 'approve-change' }],
    decisionRights: [{ key: 'r1', decisionType: 'change', level: 'product', decider: { role: 'lead' } }],
    workflows: [
      {
        key: 'w',
        stages: Object.entries(stages).map(([key, kind]) => ({ key, kind })),
        loops: ['test'],
      },
    ],
    ...changed,
  });

export const officeHours: OracleInput['calendar'] = {
  timeZone: 'UTC',
  hours: Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((name) => [name, [{ from: '09:00', until: '17:00' }]]),
  ),
  holidays: [],
};

export type TinyOptions = { mapping?: Mapping; designs?: DesignModel[]; asOf?: string };

/** The facts of a text such as `A ready@0 build/red@1d done@3d`, one item a line or between semicolons. */
export const tiny = (text: string, { mapping, designs, asOf }: TinyOptions = {}): OracleFacts =>
  oracle({
    logs: [
      {
        source: 's',
        header,
        rows: text
          .split(/[;\n]/)
          .filter((line) => line.trim() !== '')
          .flatMap(rowsOf),
        mapping: mapping ?? tinyMapping(),
      },
    ],
    designs: designs ?? [tinyDesign()],
    calendar: officeHours,
    ...(asOf === undefined ? {} : { asOf: monday + lengthIn(asOf) }),
  });
