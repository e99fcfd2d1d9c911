import { type ImportOutcome, losesMost } from '#api/evidence.ts';
import { type RefusedVersion, refusalOf } from '#model/refused-version.ts';

/** The files whose newer versions were refused, by source. */
export const refusedVersions = (imports: readonly ImportOutcome[]): ReadonlyMap<string, readonly RefusedVersion[]> => {
  const bySource = Map.groupBy(imports, ({ source }) => source);
  return new Map([...bySource].map(([source, outcomes]) => [source, outcomes.flatMap(refusedOf)]));
};

/** What is said aloud of a file that a command has read anew without being asked to. */
export const newerVersionNotices = (outcome: ImportOutcome): string[] => [
  ...refusedOf(outcome).map(refusalOf),
  ...replacedOf(outcome),
];

const refusedOf = ({ what, file, total, run, difference, rejects: [first] }: ImportOutcome): RefusedVersion[] => {
  if (what !== 'refused' || run === null || difference === null) return [];
  const place =
    first === undefined
      ? ''
      : ` (line ${first.line}${first.column ? `, ${first.column}` : ''}: ${first.expected} expected)`;
  const why = total === 0 ? 'it holds no row' : `none of its ${total.toLocaleString('en')} rows was accepted${place}`;
  return [{ file, why, total, run, held: difference.removed }];
};

const replacedOf = ({ what, file, difference }: ImportOutcome): string[] => {
  if (what !== 'replaced' || difference === null || difference.added + difference.removed === 0) return [];
  const [kept, added, removed] = [difference.kept, difference.added, difference.removed].map((n) =>
    n.toLocaleString('en'),
  );
  const warning = losesMost(difference)
    ? ' Most rows of its earlier version are gone: make sure that it is whole.'
    : '';
  return [
    `${file} was read anew, and took the place of its earlier version: ${kept} rows kept, ${added} added, ${removed} removed.${warning}`,
  ];
};
