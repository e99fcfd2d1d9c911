import type { Mapping } from '#mapping/mapping.ts';
import { peopleColumns } from '#mapping/people-columns.ts';
import { namesPeople } from '../draft/people-guess.ts';
import { wordsOf } from '../draft/profile.ts';
import type { Rows } from './rows.ts';
import type { Warnings } from './warnings.ts';

/** Warns of what a mapping says of people that a file does not bear out, once its rows were read. */
export const warnOfMapping = (
  mapping: Mapping,
  columns: readonly string[],
  { sawPeopleField }: Pick<Rows, 'sawPeopleField'>,
  warnings: Warnings,
): void => {
  const unseen = mapping.people.find((name) => !columns.includes(name));
  if (unseen !== undefined && !sawPeopleField) warnings.add('people-field-unseen', () => unseen);
  const decider = deciderInClear(mapping);
  if (decider !== undefined) warnings.add('decider-in-clear', () => decider);
};

/** The column of who decides, unless its values are pseudonyms, or are listed with their levels and so known to be roles. */
const deciderInClear = (mapping: Mapping): string | undefined => {
  const { by, levels } = mapping.decisions ?? {};
  if (by === undefined || levels !== undefined || peopleColumns(mapping).includes(by)) return undefined;
  return namesPeople(wordsOf(by)) ? by : undefined;
};
