import type { ListedRecord } from '#api/records.ts';

/** What a role or forum has to say in a decision: decides it, may stop it, is heard before it, is told after it. */
export const says = ['decides', 'agrees', 'is consulted', 'is informed'] as const;
export type Say = (typeof says)[number];

/** A role or forum, with the level at which it stands. */
export type Column = {
  readonly kind: 'role' | 'forum';
  readonly key: string;
  readonly name: string;
  readonly level: string;
};

export type Row = {
  readonly right: ListedRecord;
  /** The first of its type, which bears the name of the type. */
  readonly isFirst: boolean;
  readonly type: string;
  /** What each column has to say, in the order of the columns. */
  readonly cells: readonly (Say | null)[];
};

export type Grid = {
  readonly levels: readonly { readonly key: string; readonly name: string; readonly width: number }[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
};

type Kinds = { readonly [Kind in 'levels' | 'roles' | 'forums' | 'types' | 'rights']: readonly ListedRecord[] };

/**
 * Who has what say in which decision: rights as rows, by their type; roles and forums as columns. Both go from the level
 * nearest to the work upward, so that what climbs with the matter is a stair.
 */
export const rightsGrid = ({ levels, roles, forums, types, rights }: Kinds): Grid => {
  const ladder = levels.toSorted((a, b) => Number(a.body.rank) - Number(b.body.rank));
  const known = [...roles.map(columnOf('role')), ...forums.map(columnOf('forum'))];
  const groups = [...ladder.map(({ key, name }) => ({ key, name })), ...strays(known, ladder)].map((level) => ({
    ...level,
    columns: known.filter((column) => column.level === level.key),
  }));
  const columns = groups.flatMap((group) => group.columns);
  return {
    levels: groups.flatMap(({ key, name, columns: { length: width } }) => (width > 0 ? [{ key, name, width }] : [])),
    columns,
    rows: types.flatMap((type) =>
      rights
        .filter(({ body }) => body.decisionType === type.key)
        .toSorted((a, b) => placeOf(a.body.level, ladder) - placeOf(b.body.level, ladder))
        .map((right, place) => ({
          right,
          isFirst: place === 0,
          type: type.key,
          cells: columns.map((column) => sayOf(right.body, column)),
        })),
    ),
  };
};

const placeOf = (level: unknown, ladder: readonly ListedRecord[]): number =>
  ladder.findIndex(({ key }) => key === level);

const columnOf =
  (kind: Column['kind']) =>
  ({ key, name, body }: ListedRecord): Column => ({ kind, key, name, level: String(body.level) });

/** Levels that only roles and forums name: those of the ladder that holds where a design states none. */
const strays = (columns: readonly Column[], ladder: readonly ListedRecord[]) =>
  [...new Set(columns.map(({ level }) => level))]
    .filter((level) => !ladder.some(({ key }) => key === level))
    .map((key) => ({ key, name: key }));

const sayOf = (body: ListedRecord['body'], { kind, key }: Column): Say | null => {
  const decider = Object(body.decider) as { readonly role?: string; readonly forum?: string };
  if (decider[kind] === key) return 'decides';
  if (kind === 'forum') return null;
  const among = (list: unknown): boolean => Array.isArray(list) && list.includes(key);
  if (among(body.agree)) return 'agrees';
  if (among(body.consult)) return 'is consulted';
  return among(body.inform) ? 'is informed' : null;
};
