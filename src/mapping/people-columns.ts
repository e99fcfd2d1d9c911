/** What of a mapping names columns that hold people or are shown. */
type Naming = {
  readonly people: readonly string[];
  readonly columns: Readonly<Partial<Record<'person' | 'actor' | (typeof shown)[number], string | undefined>>>;
  readonly changes?:
    | { readonly from?: string | undefined; readonly fields: Readonly<Record<string, string>> }
    | undefined;
  readonly decisions?:
    | { readonly type: object; readonly risk?: string | undefined; readonly blocks?: string | undefined }
    | undefined;
};

/** The columns that hold people on every row, by name. */
export const peopleColumns = ({ people, columns: { person, actor } }: Pick<Naming, 'people' | 'columns'>): string[] => {
  const names = [...people, person, actor].filter((name) => name !== undefined);
  return [...new Set(names)].sort();
};

/** The parts whose values are rows of answers, or stand in them. */
const shown = [
  'state',
  'team',
  'activity',
  'type',
  'capability',
  'initiative',
  'priority',
  'channel',
  'title',
] as const;

type Shown = { readonly column: string; readonly path: readonly string[] };

/** The columns of people that a mapping would show, at the field that does: an answer would have a row for each person. */
export const shownPeople = (mapping: Naming): Shown[] => {
  const people = peopleColumns(mapping);
  const { type, risk, blocks } = mapping.decisions ?? {};
  const changed = Object.entries(mapping.changes?.fields ?? {}).filter(([, meaning]) => meaning !== 'person');
  const declared: [string | undefined, ...path: string[]][] = [
    ...shown.map((part): [string | undefined, ...string[]] => [mapping.columns[part], 'columns', part]),
    [mapping.changes?.from, 'changes', 'from'],
    ...changed.map(([field]): [string, ...string[]] => [field, 'changes', 'fields', field]),
    [type && 'from' in type && typeof type.from === 'string' ? type.from : undefined, 'decisions', 'type', 'from'],
    [risk, 'decisions', 'risk'],
    [blocks, 'decisions', 'blocks'],
  ];
  // In a log of changes, people may also be declared by the field whose values they are.
  return declared.flatMap(([column, ...path]) =>
    column !== undefined && people.includes(column) ? [{ column, path }] : [],
  );
};
