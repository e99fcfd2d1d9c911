import { currentDesign, Design } from '#model/design.ts';
import { DesignModel } from '#model/design-model.ts';
import { kinds, type ModelRecord, recordKinds } from '#model/records.ts';
import { designOverlaps } from '#model/rules/design-overlaps.ts';
import type { Thawed } from '#model/rules/frozen.ts';
import type { Violation } from '#model/rules/violation.ts';
import { designViolations, workspaceViolations } from '#model/rules/violations.ts';
import { checkDocument, type ReadYaml } from './check-document.ts';
import { objections } from './issues.ts';
import { inOrder, type Position, type Problem, quoted, stepsOf } from './problem.ts';
import {
  designOf,
  fieldsOf,
  type ModelDocument,
  type Statement,
  statedOnce,
  statementsIn,
  statesDesign,
} from './statements.ts';
import { problemAt } from './yaml-text.ts';

type File = { readonly file: string; readonly text: string };
type Body = ModelRecord['body'];

/** What the model files of a workspace state: its records as written, and the designs they make up. */
export type StatedModel = {
  readonly records: readonly ModelRecord[];
  readonly models: readonly DesignModel[];
  /** The problems that changes of frozen records are, each at the place where its record is written. */
  readonly thawedAt: (changes: readonly Thawed[]) => readonly Problem[];
  readonly documents: readonly ModelDocument[];
  /** Where a record is written, or one of its fields; nothing for a record that no file writes. */
  readonly placeOf: (record: Named, field?: string) => FilePlace | undefined;
};

type Named = Pick<ModelRecord, 'design' | 'key'> & { readonly kind: string };

type FilePlace = Position & { readonly file: string };

/**
 * Reads all model files of a workspace together, however the records are split among them.
 *
 * Records of a design belong to the one that their file names at its top, and to the current one where it names none.
 * Records of the workspace may stand in any file; every design is given them. A file that states neither a design nor a
 * record of one, as a new workspace has them, belongs to none: nothing is in force by it. What holds between records is
 * looked at only once every file by itself is right; otherwise each record that could not be read would be missed by all
 * that refer to it.
 */
export const readModelFiles = (
  files: readonly File[],
  read?: ReadYaml,
): StatedModel | { readonly problems: readonly Problem[] } => {
  const documents: ModelDocument[] = [];
  const problems: Problem[] = [];
  for (const { file, text } of files) {
    const checked = checkDocument(file, text, DesignModel, read);
    if ('problems' in checked) problems.push(...checked.problems);
    else documents.push(checked);
  }
  if (problems.length > 0) return { problems };

  const { designs, shared, clashes } = sorted(documents);
  if (clashes.length > 0) return { problems: clashes };

  const models = designs.map(({ body, statements }) => modelOf(body, [...statements, ...shared]));
  const wrong = [
    ...designs.flatMap(({ statements }, n) => {
      const model = models[n];
      return model ? placed(designViolations(model), statements) : [];
    }),
    ...placed(workspaceViolations(models), shared),
    ...designOverlaps(models.map(({ design }) => design)).flatMap(({ index, field, ...what }) => {
      const document = designs[index]?.own[0];
      const expected = `${what.expected}${unnamedHint(documents.filter(statesDesign))}`;
      return document ? [problemAt(document.file, document, ['design', field], { ...what, expected })] : [];
    }),
  ];
  if (wrong.length > 0) return { problems: inOrder(wrong) };
  return {
    records: [
      ...designs.flatMap(({ record, statements }) => [record, ...statements.map((each) => each.record)]),
      ...shared.map(({ record }) => record),
    ],
    models,
    thawedAt: (changes) => inOrder(changes.map((change) => placedByKey(change, shared))),
    documents,
    placeOf: (record, field) => {
      const steps = field === undefined ? [] : [field];
      const design = designs.find(({ record: { key } }) => record.kind === 'design' && key === record.key);
      const own = design?.own.find(({ written }) => 'design' in fieldsOf(written));
      if (own) return { file: own.file, ...own.at(['design', ...steps]) };
      const all = [...designs.flatMap(({ statements }) => statements), ...shared];
      const found = all.find(
        ({ record: { kind, design: of, key } }) => kind === record.kind && of === record.design && key === record.key,
      );
      return found ? { file: found.document.file, ...found.document.at([...found.path, ...steps]) } : undefined;
    },
  };
};

/** What the files state, by design; what is of the workspace, each record once; and where they contradict one another. */
const sorted = (documents: readonly ModelDocument[]) => {
  const statements = documents.flatMap(statementsIn);
  const isShared = ({ record: { kind } }: Statement) => kind !== 'design' && recordKinds[kind].of === 'workspace';
  const { statements: shared, problems } = statedOnce(statements.filter(isShared));
  const owned = documents.filter(statesDesign);
  const keys = [...new Set(owned.map(designOf))].sort();
  const designs = (keys.length > 0 ? keys : [currentDesign.key]).map((key) => {
    const own = owned.filter((document) => designOf(document) === key);
    const isOwn = (each: Statement) => !isShared(each) && each.record.design === key;
    return { own, ...statedDesign(key, own), statements: statements.filter(isOwn) };
  });
  return { designs, shared, clashes: inOrder([...designs.flatMap((design) => design.problems), ...problems]) };
};

/** Whoever meets the current design for the first time in a message has to be told where it comes from. */
const unnamedHint = (documents: readonly ModelDocument[]): string => {
  const unnamed = documents.find(({ written }) => !('design' in fieldsOf(written)));
  return unnamed ? `; ${unnamed.file} names no design at its top, so its records are of ${currentDesign.key}` : '';
};

/** What is so of a design of which no file says anything: the one that workspaces without any have is in force. */
export const unstatedDesign = (key: string): Body =>
  key === currentDesign.key ? { key, name: currentDesign.name, status: currentDesign.status } : { key };

/** A design as its files state it together; two files may not say different things about it. */
const statedDesign = (key: string, documents: readonly ModelDocument[]) => {
  const body: Record<string, unknown> = { ...unstatedDesign(key) };
  const stated = new Map<string, string>();
  const problems: Problem[] = [];
  for (const document of documents) {
    for (const [field, value] of Object.entries(fieldsOf(fieldsOf(document.written).design))) {
      const path = ['design', field];
      const before = stated.get(field);
      if (before !== undefined && body[field] !== value) {
        const what = { found: quoted(value), expected: `${quoted(body[field])}, as ${before} says` };
        problems.push(problemAt(document.file, document, path, what));
        continue;
      }
      stated.set(field, before ?? `${document.file}:${document.at(path).line}`);
      body[field] = value;
    }
  }
  return {
    record: { kind: 'design' as const, key, design: key, body },
    body,
    problems: [...problems, ...unfit(body, documents)],
  };
};

/** What is wrong with a design although each file by itself is right: it ends in one before it starts in another. */
const unfit = (body: Body, documents: readonly ModelDocument[]): Problem[] => {
  const { error } = Design.safeParse(body);
  const document = documents.at(-1);
  if (!error || !document) return [];
  return objections(Design, body, error.issues).map(({ path, ...what }) =>
    problemAt(document.file, document, ['design', ...path], what),
  );
};

/** Each record as its file was read, with all that is filled in: to read thousands of them again takes as long as the first time. */
const modelOf = (design: Body, statements: readonly Statement[]): DesignModel => {
  const byKind = Map.groupBy(statements, ({ record }) => record.kind);
  const lists = kinds.flatMap((kind) => {
    const stated = byKind.get(kind);
    return stated ? [[recordKinds[kind].plural, stated.map(({ value }) => value)] as const] : [];
  });
  return Object.assign(DesignModel.parse({ design }), Object.fromEntries(lists));
};

/** A change of a record that is frozen; where the record is gone, there is no place in a file to tell. */
const placedByKey = ({ kind, key, field, ...what }: Thawed, statements: readonly Statement[]): Problem => {
  const statement = statements.find(({ record }) => record.kind === kind && record.key === key);
  if (!statement) return { file: 'model/', line: 1, column: 1, path: `${kind} ${key}`, ...what };
  const { document, path } = statement;
  return problemAt(document.file, document, [...path, ...stepsOf(field)], what);
};

/** Each violation at the place where its record is written. */
const placed = (violations: readonly Violation[], statements: readonly Statement[]): Problem[] => {
  const byKind = Map.groupBy(statements, ({ record }) => record.kind);
  return violations.flatMap(({ kind, index, field, found, expected, closest }) => {
    const statement = byKind.get(kind)?.[index];
    if (!statement) return [];
    const { document, path } = statement;
    const what = { found: JSON.stringify(found), expected, closest };
    return [problemAt(document.file, document, [...path, ...stepsOf(field)], what)];
  });
};
