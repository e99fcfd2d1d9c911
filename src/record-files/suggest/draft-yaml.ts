import { basename } from 'node:path';
import { Document, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { SuggestedColumn } from './suggestion.ts';

type Text = {
  readonly path: string;
  readonly questions: readonly string[];
  readonly columns: readonly SuggestedColumn[];
  readonly schema: string;
};

/** A draft as a file that a person corrects: questions on top, how sure each field is beside it, and columns that nothing reads. */
export const draftYaml = (mapping: object, { path, questions, columns, schema }: Text): string => {
  const document = new Document(mapping, { aliasDuplicateObjects: false });
  const unread = columns.filter(({ as, filled }) => as === null && filled > 0);
  document.commentBefore = [
    ` yaml-language-server: $schema=${schema}`,
    ` How ${basename(path)} is read: a draft made from the file. Correct what is wrong, and try it with --dry-run.`,
    ...(questions.length > 0 ? [' To be answered:'] : []),
    ...questions.map((question) => ` - ${oneLine(question)}`),
    ...(unread.length > 0 ? [' Not read:'] : []),
    ...unread.map(({ head, samples }) => ` - ${oneLine(head)}${samples.length > 0 ? ` (${samples.join('; ')})` : ''}`),
  ].join('\n');
  const told = new Map(columns.map((column) => [column.head, column]));
  remark(document.contents, told);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
};

export const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

/** A text on one line, of so many characters at most. */
export const shortLine = (text: string, longest: number): string => {
  const line = oneLine(text);
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
};

/** Behind each field that is read from a column, how sure that is and what stands there; small maps on one line. */
const remark = (node: unknown, told: ReadonlyMap<string, SuggestedColumn>): void => {
  if (isSeq(node)) for (const item of node.items) remark(item, told);
  if (!isMap(node)) return;
  for (const { value } of node.items) {
    if (isMap(value) && isSmall(value)) value.flow = true;
    if (isSeq(value) && value.items.every((item) => isScalar(item) || (isMap(item) && isSmall(item))))
      value.flow = true;
    const head = headOf(value);
    const column = head === undefined ? undefined : told.get(head);
    const words = column && remarkOf(column);
    if (words !== undefined && isScalar(value)) value.comment = ` ${words}`;
    remark(value, told);
  }
};

const remarkOf = ({ sureness, samples }: SuggestedColumn): string | undefined =>
  sureness === 'none' ? undefined : `${sureness}: ${samples.join('; ')}`;

const isSmall = (map: YAMLMap): boolean => map.items.every(({ key }) => isScalar(key) && key.value === 'is');

const headOf = (value: unknown): string | undefined =>
  isScalar(value) && typeof value.value === 'string' ? value.value : undefined;
