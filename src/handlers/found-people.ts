import { recordKinds } from '#model/records.ts';
import { type Body, idText } from '#store/record.ts';
import type { Complaint, ReadRecords, Statement } from './found-statements.ts';

/**
 * What names a person where a team is meant: a tool may call both alike, and only the files together tell which it is. The
 * name is not shown. A team that is called so, in one of the files or here, is what is meant.
 */
export const peopleNamed = (
  statements: readonly Statement[],
  files: readonly ReadRecords[],
  stands: ReadonlyMap<string, Body>,
  design: string,
): readonly Complaint[] => {
  const called = new Set(files.flatMap(({ read: { people = [] } }) => people));
  if (called.size === 0) return [];
  const teams = new Set(statements.flatMap(({ id: { kind, key } }) => (kind === 'team' ? [key] : [])));
  const isPerson = (key: unknown): boolean =>
    typeof key === 'string' && called.has(key) && !teams.has(key) && !stands.has(idText({ kind: 'team', design, key }));
  return statements.flatMap((statement): Complaint[] => {
    const { kind, body } = statement.found;
    const field = teamFields(kind).find((name) => isPerson(body[name]));
    return field === undefined ? [] : [{ statement, path: [field], found: 'a person', expected: 'a team' }];
  });
};

/** The fields that hold the key of a team. */
const teamFields = (kind: Statement['found']['kind']): readonly string[] =>
  kind === 'design'
    ? []
    : Object.entries(recordKinds[kind].references).flatMap(([field, of]) => (of === 'team' ? [field] : []));
