import type { Mapping } from './mapping.ts';

/** A column of the file, with the way to the field of the mapping that names it. */
export type DeclaredColumn = { readonly column: string; readonly path: readonly (string | number)[] };

type Named = readonly [column: string | undefined, ...path: (string | number)[]];

/** Every column that a mapping names, once, at the field that names it first. */
export const declaredColumns = (mapping: Mapping): DeclaredColumn[] => {
  const { changes, key = [], people, knowTheFuture } = mapping;
  return firstNamed([
    ...meant(mapping),
    ...key.map((column, index): Named => [column, 'key', index]),
    // In a log of changes, people may also be declared by the field whose values they are.
    ...(changes ? [] : people).map((column, index): Named => [column, 'people', index]),
    ...knowTheFuture.map((column, index): Named => [column, 'knowTheFuture', index]),
  ]);
};

/** The columns to which a mapping gives a meaning besides that of people, by name. */
export const meantColumns = (mapping: Mapping): string[] => firstNamed(meant(mapping)).map(({ column }) => column);

const meant = ({ columns, changes, decisions }: Mapping): Named[] => {
  const { by, amount, risk, regulated, neededBy, blocks, type } = decisions ?? {};
  return [
    ...Object.entries(columns).map(([field, column]): Named => [column, 'columns', field]),
    [changes?.field, 'changes', 'field'],
    [changes?.to, 'changes', 'to'],
    [changes?.from, 'changes', 'from'],
    [type && 'from' in type ? type.from : undefined, 'decisions', 'type', 'from'],
    ...Object.entries({ by, amount, risk, regulated, neededBy, blocks }).map(
      ([field, column]): Named => [column, 'decisions', field],
    ),
  ];
};

const firstNamed = (named: readonly Named[]): DeclaredColumn[] => {
  const first = new Map<string, DeclaredColumn>();
  for (const [column, ...path] of named) {
    if (column !== undefined && !first.has(column)) first.set(column, { column, path });
  }
  return [...first.values()];
};
