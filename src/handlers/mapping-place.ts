import { declaredColumns } from '#mapping/declared-columns.ts';
import type { Mapping } from '#mapping/mapping.ts';
import { Fault, isFault } from '#model/fault.ts';
import type { CheckedDocument } from '#workspace/check-document.ts';
import { type Path, pathText } from '#workspace/problem.ts';

/**
 * What was thrown while a source was read, with the place in its mapping that has to be mended.
 *
 * An importer knows what a mapping means and not where it is written; so what is wrong with one gets its place here.
 */
export const placedInMapping = (error: unknown, { file, value, at }: CheckedDocument<Mapping>): unknown => {
  const path = pathOf(error, value);
  if (!(error instanceof Fault) || path === undefined) return error;
  return error.at({ file, ...at(path), field: pathText(path) });
};

const pathOf = (error: unknown, mapping: Mapping): Path | undefined => {
  const named = (column: string | undefined): Path | undefined =>
    declaredColumns(mapping).find((declared) => declared.column === column)?.path;
  if (isFault(error, 'columns-missing')) return named(error.detail.missing[0]?.column);
  if (isFault(error, 'column-twice')) return named(error.detail.column);
  if (isFault(error, 'dialect-wrong')) return ['file', 'delimiter'];
  if (isFault(error, 'file-encoding')) return ['file', 'encoding'];
  if (isFault(error, 'time-format-unreadable')) {
    const place = mapping.time.formats.indexOf(error.detail.format);
    return place < 0 ? ['time', 'formats'] : ['time', 'formats', place];
  }
  return undefined;
};
