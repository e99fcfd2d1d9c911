import { basename } from 'node:path';
import { Document, isMap, isScalar, isSeq } from 'yaml';
import { amountsRemark } from './amounts-guess.ts';
import type { Findings } from './findings.ts';
import type { Table } from './table.ts';
import { datedIn } from './time-roles.ts';

/** The draft as a file that a person corrects: questions on top, and a remark over each part. */
export const draftYaml = (
  path: string,
  draft: Readonly<Record<string, unknown>>,
  questions: readonly string[],
  findings: Findings,
): string => {
  const document = new Document(draft);
  document.commentBefore = [
    ` How ${basename(path)} is read: a draft from ${rowsOf(findings.table)}. Correct what is wrong.`,
    ...(questions.length > 0 ? [' To be answered first:'] : []),
    ...questions.map((question) => ` - ${question}`),
  ].join('\n');
  if (isMap(document.contents)) {
    for (const [index, { key }] of document.contents.items.entries()) {
      const remark = isScalar(key) ? remarks(findings)[String(key.value)] : undefined;
      if (isScalar(key) && remark) {
        key.commentBefore = ` ${remark}`;
        key.spaceBefore = index > 0;
      }
    }
  }
  askKinds(document);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
};

const rowsOf = ({ rows, all }: Table): string => {
  const seen = rows.length.toLocaleString('en');
  if (all === undefined) return `a sample of ${seen} rows`;
  if (all > rows.length) return `${seen} of its ${all.toLocaleString('en')} rows`;
  return all === 1 ? 'its only row' : `all ${seen} rows`;
};

/** Over each state whose words leave its kind open, which kinds they may mean. */
const askKinds = (document: Document): void => {
  const rules = document.getIn(['states', 'rules']);
  if (!isSeq(rules)) return;
  for (const rule of rules.items) {
    if (isMap(rule) && !rule.has('kind')) rule.commentBefore = ' kind: queue or active?';
  }
};

const remarks = ({
  table,
  columns,
  json,
  changes,
  states,
  times,
  amounts,
}: Findings): Readonly<Record<string, string | undefined>> => ({
  file: 'Values listed as missing count as empty.',
  columns: `All columns: ${table.columns.join(', ')}.${jsonRemark(json)}`,
  changes: changes
    ? `Each row says that a field took a value. Fields that mean nothing here: ${changes.others.join(', ') || 'none'}.`
    : undefined,
  people: 'Written as pseudonyms, beside person and actor. Take out what names no people; add what does.',
  knowTheFuture: 'On every row these hold a moment of the end of the case: kept, never read as known on the row.',
  time: openFormats(times),
  numbers: amounts && amountsRemark(amounts),
  states: `${(columns.lifecycle ?? times.started) ? 'From its start to its end an item is in an activity, then "after" it until the next one starts. ' : ''}Each state needs a kind: new, queue, active, decision, done or cancelled.${unmapped(states.unsure)}${
    columns.type || columns.priority ? ' Types and priorities can be given keys in the same way.' : ''
  }`,
  teams: `Each name gets the key by which a design knows the team. ${sameKey}`,
  capabilities: `Each name gets the key by which a design knows the capability. ${sameKey}`,
});

const sameKey = 'Two names of one thing can be given one key.';

const jsonRemark = (json: readonly string[]): string =>
  json.length === 0
    ? ''
    : ` Left alone, since JSON cannot be mapped: ${json.join(', ')}; put what is needed of it into columns.`;

const unmapped = (unsure: readonly string[]): string =>
  unsure.length === 0 ? '' : ` Not mapped yet: ${unsure.map((state) => JSON.stringify(state)).join(', ')}.`;

const openFormats = (times: Findings['times']): string => {
  const open = datedIn(times).find(({ formats }) => formats.length > 1);
  const other = open ? ` The dates can also be read as ${open.formats.slice(1).join(' or ')}: which is right?` : '';
  return `Formats are tried in order; the zone is that of times which name none.${other}`;
};
