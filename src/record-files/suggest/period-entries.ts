import { dayBefore } from '#model/day.ts';
import { holdsMostly, type SeenColumn, valuesOf } from './column-seen.ts';
import { type KnownKind, periodWords } from './known-fields.ts';

/** Entries of lists that columns of fiscal periods state, and those of which nobody knows what they state. */
export type PeriodEntries = {
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly read: readonly {
    readonly column: SeenColumn;
    readonly as: string;
    readonly sure: number;
    readonly holds: 'money' | undefined;
  }[];
  readonly questions: readonly string[];
};

/** Columns whose heads name a fiscal period and that hold amounts, by what stands beside the period. */
export const periodEntries = (all: readonly SeenColumn[], { kind, byPeriod = {} }: KnownKind): PeriodEntries => {
  const columns = kind === 'investment' ? all.filter((column) => !isNoFunding(column)) : all;
  const byRow = columns.find((column) => holdsMostly(column, 'periods'));
  if (byRow) return entriesByRow(byRow, columns, byPeriod);
  const dated = columns.filter(isDated);
  const lists: Record<string, Readonly<Record<string, unknown>>[]> = {};
  const read: PeriodEntries['read'][number][] = [];
  const placeless = all.filter((column) => !columns.includes(column) && isDated(column)).map(({ head }) => head);
  const bare: string[] = [];
  for (const column of dated) {
    const list = listOf(column, byPeriod);
    if (list === undefined) {
      placeless.push(column.head);
      continue;
    }
    const isBare = !Object.values(byPeriod).some((words) => words.some((word) => column.about.words.includes(word)));
    if (isBare) bare.push(column.head);
    lists[list] = [...(lists[list] ?? []), entryOf(list, column)];
    read.push({ column, as: list, sure: isBare ? 0.6 : 0.9, holds: 'money' });
  }
  return {
    lists,
    read,
    questions: [
      ...(bare.length > 0
        ? [`Are the amounts of ${bare.join(', ')} planned or spent? They are taken as planned.`]
        : []),
      ...(placeless.length > 0
        ? [`No list of a record holds ${placeless.join(', ')}: what is forecast, gained or no money is not read.`]
        : []),
    ],
  };
};

/** Whether amounts of a fiscal period stand in a column. */
const isDated = (column: SeenColumn): boolean => column.about.period !== undefined && holdsMostly(column, 'amounts');

/** Whether a head says that its amounts are what comes back, or no money at all. */
const isNoFunding = ({ about }: SeenColumn): boolean =>
  about.words.some((word) =>
    /^(?:benefits?|savings?|revenues?|income|returns?|nutzen|einsparung(?:en)?|ertr[aä]ge?|erlöse?|umsatz|fte|headcount|hours|days|stunden|tage|effort|aufwand|score|priority|risk)$/u.test(
      word,
    ),
  );

/** Where each row names its period, its amounts are entries of that period. */
const entriesByRow = (
  period: SeenColumn,
  columns: readonly SeenColumn[],
  byPeriod: NonNullable<KnownKind['byPeriod']>,
): PeriodEntries => {
  const amounts = columns.filter(
    (column) =>
      !column.about.isPercent &&
      holdsMostly(column, 'amounts') &&
      column.days < column.filled / 2 &&
      column.about.words.some(isMoneyWord),
  );
  const found = amounts.flatMap((column) => {
    const list = listOf(column, byPeriod);
    return list === undefined || list === 'spend' ? [] : [{ column, list }];
  });
  const once = found.filter(({ list }, at) => found.findIndex((each) => each.list === list) === at);
  const read = once.map(({ column, list }) => ({ column, as: list, sure: 0.7, holds: 'money' as const }));
  const first = once[0]?.list;
  return {
    lists: Object.fromEntries(
      once.map(({ column, list }) => [
        list,
        [{ period: period.head, [list === 'budget' ? 'amount.amount' : 'value']: valuesOf(column) }],
      ]),
    ),
    read: first === undefined ? [] : [...read, { column: period, as: `${first} period`, sure: 0.9, holds: undefined }],
    questions: [],
  };
};

const isMoneyWord = (word: string): boolean =>
  periodWords.has(word) ||
  ['amount', 'value', 'cost', 'costs', 'total', 'sum', 'betrag', 'wert', 'kosten'].includes(word);

const listOf = ({ about }: SeenColumn, byPeriod: NonNullable<KnownKind['byPeriod']>): string | undefined => {
  const named = Object.entries(byPeriod).find(([, words]) =>
    words.some((word) => word !== '' && about.words.includes(word)),
  );
  if (named) return named[0];
  const isForecast = about.words.some((word) => ['forecast', 'estimate', 'prognose', 'variance'].includes(word));
  return isForecast || about.isPercent
    ? undefined
    : Object.entries(byPeriod).find(([, words]) => words.includes(''))?.[0];
};

/** Money that was spent has a day: the last of its period. */
const entryOf = (list: string, column: SeenColumn): Readonly<Record<string, unknown>> => {
  const { about } = column;
  const from = valuesOf(column);
  const period = { is: about.period?.key ?? '' };
  if (list === 'spend') return { on: { is: dayBefore(about.period?.to ?? '') }, 'amount.amount': from };
  return list === 'budget' ? { period, 'amount.amount': from } : { period, value: from };
};
