import { basename } from 'node:path';
import { z } from 'zod';
import type { Draft, draftUpload, Seen } from '#api/uploads.ts';
import { keyRules } from '#importers/draft/key-rules-guess.ts';
import { guessStates } from '#importers/draft/states-guess.ts';
import { formatsReading } from '#importers/draft/time-guess.ts';
import { digestOf } from '#mapping/digest.ts';
import { edited, fieldsAt, meaningsOf, textsAt } from '#mapping/edited.ts';
import { Mapping } from '#mapping/mapping.ts';
import { resolveState } from '#mapping/resolve.ts';
import { Fault } from '#model/fault.ts';
import { Key } from '#model/key.ts';
import { StageKind } from '#model/kinds.ts';
import type { MappingEdit } from '#model/mapping-edit.ts';
import { checkDocument } from '#workspace/check-document.ts';
import { fileInInbox, keepNoteInInbox, noteInInbox } from '#workspace/inbox.ts';
import { freeKey, refuseTaken, stemOf } from '#workspace/plan-placing.ts';
import { type Problem, told } from '#workspace/problem.ts';
import { rewritten } from '#workspace/rewritten.ts';
import { readYaml } from '#workspace/yaml-text.ts';
import type { Room } from './room.ts';
import { checkSource } from './sources.ts';

/** A draft as it is kept beside its file until that is taken in. It may name people, as a mapping may. */
const KeptDraft = z.object({
  mapping: z.string(),
  key: z.string(),
  name: z.string(),
  furtherOf: z.string().nullable(),
  answered: z.array(z.string()),
});
export type KeptDraft = z.infer<typeof KeptDraft>;

const note = 'draft';

/** The mapping of a draft by the name that faults have for it. */
export const draftFile = 'mapping';

/** What a file itself suggests; `anew` where that is wanted whatever was drafted before. */
type Suggested = { readonly mapping: string; readonly fits: readonly string[]; readonly anew: boolean };

/** The draft of a file: as somebody left it, else as the file itself suggests. */
export const draftOf = (room: Room, upload: string, { mapping, fits, anew }: Suggested): KeptDraft => {
  const kept = KeptDraft.safeParse(noteInInbox(room.state, upload, note));
  const { configuration } = room.workspace;
  if (!anew && kept.success && !isGone(kept.data.furtherOf, configuration.sources)) return kept.data;
  const stem = stemOf(basename(fileInInbox(room.state, upload)));
  return {
    mapping,
    key: freeKey(configuration, stem),
    name: stem,
    furtherOf: fits[0] ?? null,
    answered: [],
  };
};

const isGone = (source: string | null, sources: readonly { readonly key: string }[]): boolean =>
  source !== null && !sources.some(({ key }) => key === source);

export const keepDraft = (room: Room, upload: string, draft: KeptDraft): void =>
  keepNoteInInbox(room.state, upload, note, draft);

type Change = Omit<z.output<(typeof draftUpload)['input']>, 'upload' | 'anew'>;

/** A draft with what somebody changes in it; what cannot be is refused, and the draft stays as it was. */
export const changedDraft = (room: Room, draft: KeptDraft, seen: Seen, change: Change): KeptDraft => {
  const { source, furtherOf, answers } = change;
  if (source.key !== undefined) refuseTaken(room.workspace.configuration, keyIn(source.key));
  checkSource(room, furtherOf ?? undefined);
  const typed = change.mapping ?? draft.mapping;
  return {
    mapping: change.edits.reduce((text, edit) => withEdit(text, edit, seen), typed),
    key: source.key ?? draft.key,
    name: source.name ?? draft.name,
    furtherOf: furtherOf === undefined ? draft.furtherOf : furtherOf,
    answered: answers === undefined ? draft.answered : [...new Set([...draft.answered, answers])],
  };
};

const keyIn = (text: string): string => {
  const { data, error } = Key.safeParse(text);
  if (data !== undefined) return data;
  const expected = error.issues[0]?.message ?? 'a key';
  throw new Fault('input-refused', { field: 'the key of the source', found: JSON.stringify(text), expected });
};

type Fields = Readonly<Record<string, unknown>>;

/** The text with a change in it; its comments stay. A text that cannot be read as YAML has to be mended by hand first. */
const withEdit = (text: string, edit: MappingEdit, seen: Seen): string => {
  const read = readYaml(draftFile, text);
  if ('problems' in read)
    throw new Fault('workspace-problems', { folder: 'the mapping', problems: read.problems.map(told) });
  return rewritten(text, withRules(edited(Object(read.value), edit), edit, seen));
};

/** Where another column has states or teams now, its names get rules as a draft gives them, beside those that are there. */
const withRules = (written: Fields, edit: MappingEdit, seen: Seen): Fields => {
  if (edit.what !== 'column') return written;
  const values = (seen.columns.find(({ column }) => column === edit.column)?.values ?? []).map(({ value }) => value);
  const states = edit.means.includes('state') ? newRules(written, 'states', guessStates(values).rules) : {};
  const teams = edit.means.includes('team') ? newRules(written, 'teams', keyRules(values, 'team')) : {};
  const times = edit.means.includes('at') && seen.doubt !== null ? timesOf(written, values) : {};
  return { ...written, ...states, ...teams, ...times };
};

/** Of a column that nobody has taken for times before, how its times are written. */
const timesOf = (written: Fields, values: readonly string[]): Fields => {
  const [format] = formatsReading(values);
  return format === undefined ? {} : { time: { ...fieldsAt(written, 'time'), formats: [format] } };
};

const newRules = (written: Fields, part: string, drafted: readonly { readonly is: string }[]): Fields => {
  const stated = fieldsAt(written, part);
  const rules: unknown[] = Array.isArray(stated.rules) ? stated.rules : [];
  const known = new Set(rules.flatMap((rule) => [Object(rule).is].flat()));
  const added = drafted.filter(({ is }) => !known.has(is));
  return rules.length + added.length === 0 || stated.keep === true
    ? {}
    : { [part]: { ...stated, rules: [...rules, ...added] } };
};

/** The draft as a page shows it: its text, what is wrong with it, and what of it a form can show. */
export const shownDraft = ({ mapping, key, name, furtherOf, answered }: KeptDraft, seen: Seen): Draft => {
  const checked = checkDocument(draftFile, mapping, Mapping);
  const read = readYaml(draftFile, mapping);
  const written: Fields = 'problems' in read ? {} : Object(read.value);
  const time = fieldsAt(written, 'time');
  return {
    version: digestOf([mapping, furtherOf]).slice(0, 16),
    mapping,
    problems: 'problems' in checked ? checked.problems.map(shownProblem) : [],
    columns: seen.columns.map(({ column }) => ({
      column,
      means: meaningsOf(written, column),
      alsoNamed: isAlsoNamed(written, column),
    })),
    formats: textsAt(time, 'formats'),
    zone: textAt(time, 'zone'),
    missing: textsAt(fieldsAt(written, 'file'), 'missing'),
    wholeDays: textsAt(time, 'wholeDays'),
    decimal: textAt(fieldsAt(written, 'numbers'), 'decimal'),
    encoding: textAt(fieldsAt(written, 'file'), 'encoding'),
    states: statesOf(written, 'problems' in checked ? undefined : checked.value, seen),
    source: { key, name },
    furtherOf,
    answered: [...answered],
  };
};

const textAt = (fields: Fields, name: string): string | null => {
  const value = fields[name];
  return typeof value === 'string' ? value : null;
};

const shownProblem = (problem: Problem): Draft['problems'][number] => ({
  line: problem.line,
  path: problem.path,
  text: `found ${problem.found}, expected ${problem.expected}${problem.closest === undefined ? '' : `; did you mean "${problem.closest}"?`}`,
});

/** Whether a mapping uses a column in a way that no form shows: in a key, of decisions, of changes. */
const isAlsoNamed = (written: Fields, column: string): boolean =>
  textsAt(written, 'key').includes(column) ||
  ['decisions', 'changes'].some((part) => Object.values(fieldsAt(written, part)).includes(column)) ||
  fieldsAt(fieldsAt(written, 'decisions'), 'type').from === column;

const statesOf = (written: Fields, mapping: Mapping | undefined, seen: Seen): Draft['states'] => {
  const rules: unknown[] = Array.isArray(fieldsAt(written, 'states').rules) ? Object(written.states).rules : [];
  const ruled = rules.flatMap((rule) => [Object(rule).is].flat()).filter((name) => typeof name === 'string');
  const column = fieldsAt(written, 'columns').state;
  const met = seen.columns.find((each) => each.column === column && each.distinct === each.values.length);
  const missing = textsAt(fieldsAt(written, 'file'), 'missing');
  const none = textsAt(fieldsAt(written, 'states'), 'none');
  const names = [...new Set([...(met?.values ?? []).map(({ value }) => value), ...ruled])];
  return names
    .filter((state) => !missing.includes(state) && !none.includes(state))
    .map((state) => shownState(state, rules, mapping));
};

const shownState = (
  state: string,
  rules: readonly unknown[],
  mapping: Mapping | undefined,
): Draft['states'][number] => {
  const own = Object(rules.find((rule) => Object(rule).is === state));
  const resolved = mapping && resolveState(mapping.states, state);
  const kind = StageKind.safeParse(own.kind ?? resolved?.kind);
  const byPattern = own.to === undefined && resolved?.mapped === true;
  return {
    state,
    to: typeof own.to === 'string' ? own.to : byPattern ? resolved.key : null,
    kind: kind.success ? kind.data : null,
    byPattern,
  };
};
