import { DesignModel } from '#model/design-model.ts';
import { Key } from '#model/key.ts';
import { type ModelKind, type ModelRecord, ofNoDesign } from '#model/records.ts';
import { type Body, idText } from '#store/record.ts';
import { checkDocument } from './check-document.ts';
import { unstatedDesign } from './model-files.ts';
import type { Problem } from './problem.ts';
import { designOf, fieldsOf, type ModelDocument, type Statement, statementsIn, statesDesign } from './statements.ts';
import { problemAt } from './yaml-text.ts';

/** What a record shall say; null closes it. */
type ImportedEdit = Omit<ModelRecord, 'body'> & { readonly kind: ModelKind; readonly body: Body | null };

type Options = {
  /** Under which key the design of the text is kept; its own when left out. */
  readonly as?: string | undefined;
  /** Records of the design that the text does not state are closed. */
  readonly whole?: boolean;
};

const file = 'the text';

/**
 * The edits by which the store comes to say what the text of a model file says.
 *
 * Unlike a file of the workspace the text may lean on what stands: it may name a capability that only the store has. What
 * of a design it does not say stays as it stands.
 */
export const readImport = (
  text: string,
  standing: readonly ModelRecord[],
  { as, whole = false }: Options,
): { readonly edits: readonly ImportedEdit[] } | { readonly problems: readonly Problem[] } => {
  const document = checkDocument(file, text, DesignModel);
  if ('problems' in document) return document;
  const statements = statementsIn(document);
  const problems = [...statedTwice(statements), ...unfitKey(document, as)];
  if (problems.length > 0) return { problems };
  const design = as ?? designOf(document);
  const stated = statements.map(({ record }) => (record.design === ofNoDesign ? record : { ...record, design }));
  const header = statesDesign(document) ? [headerOf(document, design, standing)] : [];
  const said = new Set([...stated, ...header].map(idText));
  const left = standing.filter((record) => record.design === design && !said.has(idText(record)));
  const closed = whole && header.length > 0 ? left.map((record) => ({ ...record, body: null })) : [];
  return { edits: [...header, ...stated, ...closed] };
};

const headerOf = (document: ModelDocument, key: string, standing: readonly ModelRecord[]): ImportedEdit => {
  const before = standing.find((record) => record.kind === 'design' && record.key === key)?.body;
  const { key: _, ...written } = fieldsOf(fieldsOf(document.written).design);
  const body = { ...unstatedDesign(key), ...before, ...written, key };
  return { kind: 'design', key, design: key, body };
};

/** A record that is stated twice: nobody could say which of the two was meant. */
const statedTwice = (statements: readonly Statement[]): Problem[] => {
  const seen = new Set<string>();
  return statements.flatMap(({ record, document, path }) => {
    const id = idText(record);
    const isKnown = seen.has(id);
    seen.add(id);
    const found = `the ${record.kind.replaceAll('-', ' ')} ${record.key} again`;
    return isKnown ? [problemAt(file, document, path, { found, expected: 'every record once' })] : [];
  });
};

const unfitKey = (document: ModelDocument, as: string | undefined): Problem[] => {
  const [issue] = as === undefined ? [] : (Key.safeParse(as).error?.issues ?? []);
  if (!issue) return [];
  return [problemAt(file, document, [], { found: JSON.stringify(as), expected: issue.message })];
};
