import type { DesignModel } from '#model/design-model.ts';
import { designKinds, kinds, type ModelRecord, ofNoDesign, type RecordKind, recordKinds } from '#model/records.ts';
import { canonical } from '#store/canonical.ts';
import type { CheckedDocument } from './check-document.ts';
import { type Path, type Problem, quoted } from './problem.ts';
import { problemAt } from './yaml-text.ts';

export type ModelDocument = CheckedDocument<DesignModel>;

/** A record as it is written, the same with all that is filled in, and the place where it is written. */
export type Statement = {
  readonly record: ModelRecord;
  readonly value: DesignModel[(typeof recordKinds)[RecordKind]['plural']][number];
  readonly document: ModelDocument;
  readonly path: Path;
};

/** The design that a file names at its top, or the current one. */
export const designOf = ({ value }: ModelDocument): string => value.design.key;

/** Whether a file speaks of a design at all: records of the workspace alone put none in force. */
export const statesDesign = ({ written }: ModelDocument): boolean => {
  const fields = fieldsOf(written);
  return 'design' in fields || designKinds.some((kind) => entriesOf(fields, kind).length > 0);
};

/** All records that a file states, each of its design or of none. */
export const statementsIn = (document: ModelDocument): Statement[] => {
  const fields = fieldsOf(document.written);
  return kinds.flatMap((kind) => {
    const { plural, of } = recordKinds[kind];
    const design = of === 'design' ? designOf(document) : ofNoDesign;
    return entriesOf(fields, kind).flatMap((entry, index) => {
      const value = document.value[plural][index];
      if (value?.key === undefined) return [];
      return [
        { record: { kind, key: value.key, design, body: fieldsOf(entry) }, value, document, path: [plural, index] },
      ];
    });
  });
};

const entriesOf = (fields: Readonly<Record<string, unknown>>, kind: RecordKind): readonly unknown[] => {
  const list = fields[recordKinds[kind].plural];
  return Array.isArray(list) ? list : [];
};

type Once = { readonly statements: readonly Statement[]; readonly problems: readonly Problem[] };

/**
 * Statements about the workspace, each record once.
 *
 * Two files may say the same of a record (a drafted design names the capabilities that another file has already); when they
 * say different things, the later one is told with the place of the earlier.
 */
export const statedOnce = (statements: readonly Statement[]): Once => {
  const first = new Map<string, Statement>();
  const problems: Problem[] = [];
  for (const statement of statements) {
    const { kind, key } = statement.record;
    const before = first.get(`${kind} ${key}`);
    if (before) problems.push(...differences(before, statement));
    else first.set(`${kind} ${key}`, statement);
  }
  return { statements: [...first.values()], problems };
};

/** One problem for each field in which a second statement differs; where it lacks the field, at the record. */
const differences = (before: Statement, { record, document, path }: Statement): Problem[] => {
  const was = before.record.body;
  const is = record.body;
  const { file, at } = before.document;
  const place = `${file}:${at(before.path).line}`;
  const said = `as ${place} says of the ${record.kind.replaceAll('-', ' ')} ${record.key}`;
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => canonical(was[field] ?? null) !== canonical(is[field] ?? null))
    .map((field) =>
      problemAt(document.file, document, [...path, field], {
        found: quoted(is[field]),
        expected: `${quoted(was[field])}, ${said}`,
      }),
    );
};

export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
