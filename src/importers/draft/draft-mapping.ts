import { Mapping } from '#mapping/mapping.ts';
import type { MappingQuestion } from '#model/mapping-edit.ts';
import type { Suggestion } from '../define.ts';
import { guessAmounts } from './amounts-guess.ts';
import { draftYaml } from './draft-yaml.ts';
import { type Findings, findingsOf, stateRules } from './findings.ts';
import { keyRules } from './key-rules-guess.ts';
import type { Profile } from './profile.ts';
import { questionsOf } from './questions.ts';
import { seenColumns } from './seen-columns.ts';
import type { Table } from './table.ts';
import { datedIn, type TimeRoles } from './time-roles.ts';

/** What a format knows of a file that is to get a mapping. */
export type Looked = {
  readonly table: Table;
  /** How the file is written, as far as that is not the usual: the part `file` of the mapping. */
  readonly file: Readonly<Record<string, unknown>>;
  readonly questions: readonly MappingQuestion[];
  /** Words that stand for a missing value in this file, beside those that do so anywhere. */
  readonly missing?: readonly string[];
  /** The column of what happened, where the file says so itself. */
  readonly activity?: string | undefined;
  /** The different values of columns, not only the sample's, by number of column. */
  readonly valuesOf: (columns: readonly number[]) => Promise<ReadonlyMap<number, ReadonlySet<string>>>;
};

/**
 * Drafts the mapping of a log from its names and a sample of its rows.
 *
 * Nothing that the sample leaves open is settled silently: it becomes a question. A column that may hold people is
 * drafted as one that does.
 */
export const draftMapping = async (path: string, looked: Looked): Promise<Suggestion> => {
  const sampled = findingsOf(path, looked);
  const findings = withAllNames(sampled, await looked.valuesOf(listedColumns(sampled)));
  const draft = draftOf(findings, looked.file);
  const questions = questionsOf(findings, looked.questions);
  const yaml = draftYaml(
    path,
    draft,
    questions.map(({ text }) => text),
    findings,
  );
  const { length } = looked.table.rows;
  return { mapping: Mapping.parse(draft), questions, sampled: length, columns: seenColumns(findings), yaml };
};

/** The columns whose every value gets a line in the draft, or tells how others are to be read. */
const listedColumns = ({ columns: { state, team, capability }, amountColumns }: Findings): number[] =>
  [state, team, capability, ...amountColumns].flatMap((profile) => (profile ? [profile.index] : []));

const withAllNames = (findings: Findings, values: ReadonlyMap<number, ReadonlySet<string>>): Findings => {
  const { columns, missing, amountColumns } = findings;
  const known = (profile: Profile | undefined): string[] | undefined =>
    profile && [...(values.get(profile.index) ?? [])].filter((value) => value !== '' && !missing.includes(value));
  const [states, teams, capabilities] = [known(columns.state), known(columns.team), known(columns.capability)];
  return {
    ...findings,
    ...(states ? { states: stateRules(findings, states) } : {}),
    ...(teams ? { teams } : {}),
    ...(capabilities ? { capabilities } : {}),
    amounts: guessAmounts(
      amountColumns,
      amountColumns.flatMap((profile) => known(profile) ?? []),
    ),
  };
};

const parts = Object.keys(Mapping.shape.columns.shape) as (keyof Findings['columns'])[];

/** The draft as the mapping's file holds it, without what is usual anyway. */
const draftOf = (findings: Findings, written: Looked['file']): Record<string, unknown> => {
  const { missing, item, times, columns, order, changes, people, states, teams, capabilities, amounts } = findings;
  const file = {
    ...written,
    ...(missing.length === 0 ? {} : { missing: [...missing] }),
  };
  const named = parts.flatMap((part) => (columns[part] ? [[part, columns[part].name] as const] : []));
  const allPeople = [...people.map(({ name }) => name), ...(changes?.peopleFields ?? [])];
  return {
    ...(Object.keys(file).length === 0 ? {} : { file }),
    columns: {
      item: item.name,
      at: times.at.profile.name,
      ...Object.fromEntries(named),
      ...(times.created ? { created: times.created.profile.name } : {}),
      ...(times.ended ? { ended: times.ended.profile.name } : {}),
      ...(times.started ? { started: times.started.profile.name } : {}),
      ...(times.promised ? { promised: times.promised.profile.name } : {}),
      ...(order ? { order: order.name } : {}),
    },
    ...(changes ? { changes: changes.changes } : {}),
    ...(allPeople.length === 0 ? {} : { people: allPeople }),
    ...(times.future.length === 0 ? {} : { knowTheFuture: times.future.map(({ profile }) => profile.name) }),
    time: {
      formats: formatsOf(times),
      zone: 'UTC',
      ...(times.wholeDays && times.promised ? { wholeDays: [times.promised.profile.name] } : {}),
    },
    ...(amounts?.decimal === undefined ? {} : { numbers: { decimal: amounts.decimal } }),
    ...(states.rules.length + states.none.length === 0 ? {} : { states: statesOf(states) }),
    ...(teams.length === 0 ? {} : { teams: { rules: keyRules(teams, 'team') } }),
    ...(capabilities.length === 0 ? {} : { capabilities: { rules: keyRules(capabilities, 'capability') } }),
  };
};

const statesOf = ({ rules, none }: Findings['states']): Readonly<Record<string, unknown>> => ({
  rules,
  ...(none.length === 0 ? {} : { none }),
});

/** The formats of those columns that are read as times: of several that fit, the first, and a question asks. */
const formatsOf = (times: TimeRoles): string[] => [
  ...new Set(datedIn(times).map(({ formats }) => formats[0] ?? 'iso')),
];
