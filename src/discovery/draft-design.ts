import { Document, YAMLMap, YAMLSeq } from 'yaml';
import { draftedOrigin } from '#model/design.ts';
import type { Discovery } from '#model/discovery.ts';
import { draftDelivery } from './draft-delivery.ts';
import { draftGovernance } from './draft-governance.ts';
import { mappingLines } from './draft-mapping.ts';
import { draftStructure, itemTypeOwners, type Stated, structureKeys } from './draft-records.ts';
import type { Drafted } from './drafted.ts';

export type DraftOptions = {
  /** Deciders that are meetings. Others count as such only when their name says so (board, committee …). */
  readonly forums?: readonly string[];
  /** What the workspace states already: the draft speaks of it and does not state it again. */
  readonly stated?: Stated;
};

const introduction = [
  'The operating model as the evidence shows it is followed, not as anybody designed it.',
  'Each record has what stands for it above it. Correct what is wrong; then set the status to in-force.',
  'Once it says what is meant, take its origin away: until then, what is kept of it is told as drafted from the evidence.',
];

const toMap = [
  'Into the mappings of the logs that have these names: without it they do not meet the records above. Where a rule takes',
  'a name already, change its "to" instead.',
];

/**
 * A discovery as the text of a model file: a draft that a person can correct and put in force by its status.
 *
 * Teams of too few people are not in it. What the schema wants and the evidence does not tell (the kind of a stage, what
 * a decision is about, a level) is guessed, and the comment says so.
 * What the mappings need for the names of the logs to meet it stands at its end.
 */
export const draftDesign = (discovery: Discovery, { forums = [], stated = {} }: DraftOptions = {}): string => {
  const keys = structureKeys(discovery);
  const forMapping = mappingLines(discovery, keys);
  const lists = Object.entries({
    ...draftStructure(discovery, keys, stated),
    ...draftDelivery(discovery),
    ...draftGovernance(discovery, forums),
  }).filter(([, records]) => records.length > 0);
  const design = { key: 'discovered', name: 'Discovered in the evidence', origin: draftedOrigin, status: 'draft' };
  const document = new Document({ design });
  document.commentBefore = comment([
    ...introduction,
    ...(forMapping.length === 0
      ? []
      : ['Some names of the logs have no key yet: the end of this file says what the mappings need.']),
    ...itemTypeOwners(discovery),
  ]);
  for (const [plural, records] of lists) {
    const key = document.createNode(plural);
    key.spaceBefore = true;
    document.add(document.createPair(key, listNode(document, records)));
  }
  // Not collapsed as other comments are: it is meant to be copied, blanks and all.
  if (forMapping.length > 0) document.comment = [comment(toMap), ...forMapping.map((line) => ` ${line}`)].join('\n');
  return document.toString({ lineWidth: 0 });
};

const comment = (lines: readonly string[]): string =>
  lines.map((line) => ` ${line.replaceAll(/\s+/g, ' ')}`).join('\n');

const listNode = (document: Document, records: readonly Drafted[]): YAMLSeq => {
  const list = new YAMLSeq<YAMLMap>(document.schema);
  for (const record of records) list.add(recordNode(document, record));
  return list;
};

const recordNode = (document: Document, { body, evidence }: Drafted): YAMLMap => {
  const record = new YAMLMap(document.schema);
  for (const [field, value] of Object.entries(body)) {
    record.add(document.createPair(field, isDrafted(value) ? listNode(document, value) : document.createNode(value)));
  }
  record.commentBefore = comment(evidence);
  return record;
};

const isDrafted = (value: unknown): value is readonly Drafted[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((each) => typeof each === 'object' && each !== null && 'evidence' in each);
