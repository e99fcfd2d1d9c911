import type { z } from 'zod';
import { checked } from '#api/checked.ts';
import type { MetricCard, readMetric } from '#api/figures.ts';
import { showFlowMap } from '#api/flow.ts';
import { Fault } from '#model/fault.ts';
import { Scope } from '#model/reading.ts';
import { type Flag, textOf } from '../define.ts';
import { word } from '../shell-word.ts';
import type { Terminal } from '../terminal.ts';

/** The flag by which the past is read. */
export const asOf: Flag = {
  flags: '--as-of <day>',
  says: 'as data and model stood when this day began, or at an instant in UTC; the last row when left out',
};

type Flags = Readonly<Record<string, string | boolean | undefined>>;

/** Says over what is shown that it is of the past. */
export const asOfLine = ({ line, style }: Terminal, flags: Flags): void => {
  const instant = textOf(flags.asOf);
  if (instant !== undefined) line(style('yellow', `as of ${instant}`));
};

const windowFlags: readonly Flag[] = [
  { flags: '--from <day>', says: 'the first day of the window; the first row when left out' },
  { flags: '--until <day>', says: 'the day before which the window ends' },
];

/** The flags by which the days of a question about value are told. */
export const valueDays: readonly Flag[] = [
  { flags: '--from <day>', says: 'the first day; the first of which money is on record when left out' },
  { flags: '--until <day>', says: 'the day before which the days end' },
];

/** The flag by which money of several currencies is added up, by the rates on record. */
export const togetherFlag: Flag = {
  flags: '--together',
  says: 'all money in the currency of the workspace, by the rates on record; what has no rate is named',
};

export const basisFlag: Flag = {
  flags: '--basis <money>',
  says: 'what went out, or what may go out; spend when left out',
  choices: ['spend', 'budget'],
};

const where: Flag = { flags: '--where <scope=key>', says: 'only these cases, such as team=network' };

/** The flags by which a picture of flow is looked at. */
export const looks: readonly Flag[] = [...windowFlags, where, asOf];

/** The flags by which every figure can be cut. */
export const cuts: readonly Flag[] = [
  ...windowFlags,
  { flags: '--by <scope>', says: 'one figure for each', choices: Scope.options },
  {
    flags: '--period <kind>',
    says: 'what --by period cuts into; beside another scope, each of its subjects in each period',
    choices: ['week', 'month', 'quarter', 'half', 'year'],
  },
  where,
  asOf,
];

type Asked = z.input<(typeof readMetric)['input']>;

/** What was asked, from the flags; the handlers say what is wrong with it. */
export const askedOf = (metric: string, flags: Flags): Asked => {
  return {
    metric,
    asOf: textOf(flags.asOf),
    from: textOf(flags.from),
    until: textOf(flags.until),
    by: Scope.safeParse(flags.by).data,
    period: textOf(flags.period) as Asked['period'],
    where: whereOf(textOf(flags.where)),
  };
};

/** What a picture of flow is asked, from the flags. */
export const lookedOf = (flags: Flags): z.input<(typeof showFlowMap)['input']> => ({
  asOf: textOf(flags.asOf),
  from: textOf(flags.from),
  until: textOf(flags.until),
  where: checked(showFlowMap.input.shape.where, whereOf(textOf(flags.where)), '--where'),
});

/** What has to be typed to be shown the rows of a figure: all that was asked of it, but for what it was cut by. */
export const rowsCommand = (metric: string, flags: Flags, folder: string): string => {
  return ['throughline metric rows', metric, ...looksOf(flags), word(folder)].join(' ');
};

/** What has to be typed to be shown a cut that stands beside a figure: of the same window, cases and instant. */
export const besideCommand = (beside: MetricCard['beside'][number], flags: Flags, folder: string): string =>
  ['throughline metric show', beside.metric, '--by', beside.by, ...looksOf(flags), word(folder)].join(' ');

/** The flags that say of which window, cases and instant something is told, as they are typed. */
export const looksOf = (flags: Flags): string[] =>
  ['from', 'until', 'where', 'asOf'].flatMap((name) => {
    const text = textOf(flags[name]);
    return text === undefined ? [] : [`--${name === 'asOf' ? 'as-of' : name} ${word(text)}`];
  });

const whereOf = (text: string | undefined): Asked['where'] => {
  if (text === undefined) return undefined;
  const [, scope, key] = /^([^=]+)=(.+)$/su.exec(text) ?? [];
  if (scope !== undefined && key !== undefined) {
    return { scope: checked(Scope.exclude(['period']), scope, 'the scope of --where'), key };
  }
  const expected = 'a scope, an equals sign and a key, such as team=network,';
  throw new Fault('input-refused', { field: '--where', found: JSON.stringify(text), expected });
};
