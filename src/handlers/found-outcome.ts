import type { FileOutcome, Rejected } from '#api/record-files.ts';
import { differenceOf, sumOfDecimals } from '#model/decimal.ts';
import type { ReadFile, RecordFormat, Tie } from '#record-files/define.ts';
import type { settled } from './found-edits.ts';
import { placeIn, type ReadRecords, type Statement } from './found-statements.ts';

type Settled = ReturnType<typeof settled>;
type Refused = Omit<Statement, 'id'>;

/** What became of the rows of a file: those it could not read, and those that cannot be with all that stands. */
export const outcomeOf = (
  file: ReadRecords & { readonly format: RecordFormat },
  found: Settled,
  rejects: number,
): FileOutcome => {
  const { read, name, format } = file;
  const refused = found.refused.filter((statement) => statement.file === file);
  const told = [
    ...read.rejected.map(({ place, ...what }): Rejected => rejectedAt(place, what)),
    ...found.complaints
      .filter(({ statement }) => statement.file === file)
      .map(({ statement, path, ...what }) => rejectedAt(placeIn(statement, path), what)),
    ...drawnAlong(refused, found),
  ];
  const lost = rowsIn(refused);
  const { total, accepted, rejected: unread } = read.rows;
  const unsure = refused.some(({ found: { counts } }) => counts === undefined) && read.ties.length > 0;
  return {
    name,
    format: format.id,
    title: format.title,
    rows: { total, accepted: accepted - lost, rejected: unread + lost },
    rejected: told.slice(0, rejects),
    complaints: told.length,
    reasons: reasonsOf(told),
    ties: unsure ? [] : read.ties.map((tie, index) => left(tie, index, refused)),
    remarks: [...read.remarks, ...(unsure ? [notTied(read.ties)] : [])],
  };
};

/** A rejected row as it is told. */
export const rejectedAt = (
  { sheet, row, field }: ReadFile['rejected'][number]['place'],
  {
    found,
    expected,
    closest,
  }: { readonly found: string; readonly expected: string; readonly closest?: string | undefined },
): Rejected => ({
  sheet: sheet ?? null,
  row: row ?? null,
  field: field ?? null,
  found,
  expected,
  closest: closest ?? null,
});

/** Rows that nothing is wrong with, and that are left out with another row of the same record. */
const drawnAlong = (refused: readonly Refused[], { complaints }: Settled): Rejected[] => {
  const own = new Set(complaints.map(({ statement }) => statement));
  return refused
    .filter((statement) => !own.has(statement))
    .map((statement) =>
      rejectedAt(placeIn(statement, []), {
        found: `a part of the ${statement.found.kind.replaceAll('-', ' ')}, of which another row is rejected`,
        expected: 'every row of a record to be right',
      }),
    );
};

const rowsIn = (refused: readonly Refused[]): number => {
  const rows = new Map<string, number>();
  for (const { rows: own, found } of refused) for (const row of own) rows.set(row, found.rows ?? 1);
  return [...rows.values()].reduce((sum, count) => sum + count, 0);
};

const reasonsOf = (told: readonly Rejected[]): FileOutcome['reasons'] =>
  [...Map.groupBy(told, ({ field, expected }) => JSON.stringify([field, expected])).values()]
    .flatMap((alike) => {
      const [example] = alike;
      return example ? [{ field: example.field, expected: example.expected, times: alike.length, example }] : [];
    })
    .sort((a, b) => b.times - a.times);

/** A sum without what was refused after it was added up. */
const left = (tie: Tie, index: number, refused: readonly Refused[]): FileOutcome['ties'][number] => {
  const lost = refused.flatMap(({ found: { counts = [] } }) => counts.filter(({ tie: at }) => at === index));
  const rows = lost.reduce((sum, each) => sum + each.rows, 0);
  const gone = sumOfDecimals(lost.map(({ amount }) => amount));
  const rest = [
    ...tie.rest.map((each) => ({ ...each, amount: each.amount ?? null })),
    ...(rows === 0 ? [] : [{ why: 'in records that were rejected', rows, amount: gone }]),
  ];
  return { ...tie, taken: differenceOf(tie.taken, gone), rest };
};

const notTied = (ties: readonly Tie[]) => ({
  what: 'sums are not held against the file, because rows were rejected of which it is not known what they add to them',
  count: ties.length,
  example: ties[0]?.what ?? '',
});
