import { Mapping } from '#mapping/mapping.ts';
import type { Suggestion } from '../define.ts';
import { valuesInFile } from './all-states.ts';
import { draftYaml } from './draft-yaml.ts';
import { type Findings, findingsOf } from './findings.ts';
import { questionsOf } from './questions.ts';
import { sniff } from './sniff.ts';
import { guessStates } from './states-guess.ts';
import type { TimeColumn } from './time-guess.ts';
import type { TimeRoles } from './time-roles.ts';

/**
 * Drafts the mapping of a log from its names and a sample of its rows.
 *
 * Nothing that the sample leaves open is settled silently: it becomes a question. A column that may hold people is
 * drafted as one that does.
 */
export const suggest = async (path: string): Promise<Suggestion> => {
  const sniffed = await sniff(path);
  const sampled = findingsOf(path, sniffed);
  const state = sampled.columns.state;
  const findings = state ? withStates(sampled, await valuesInFile(path, sniffed, state.index)) : sampled;
  const draft = draftOf(findings);
  const questions = questionsOf(findings);
  return { mapping: Mapping.parse(draft), questions, yaml: draftYaml(path, draft, questions, findings) };
};

const withStates = (findings: Findings, values: ReadonlySet<string>): Findings => {
  const known = [...values].filter((value) => value !== '' && !findings.missing.includes(value));
  return { ...findings, states: guessStates(known) };
};

const parts = Object.keys(Mapping.shape.columns.shape) as (keyof Findings['columns'])[];

/** The draft as the mapping's file holds it, without what is usual anyway. */
const draftOf = (findings: Findings): Record<string, unknown> => {
  const { sniffed, missing, item, times, columns, order, changes, people, states } = findings;
  const file = {
    ...(sniffed.delimiter === ',' ? {} : { delimiter: sniffed.delimiter }),
    ...(sniffed.encoding === 'utf-8' ? {} : { encoding: sniffed.encoding }),
    ...(sniffed.headerRow === 1 ? {} : { headerRow: sniffed.headerRow }),
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
      ...(times.promised ? { promised: times.promised.profile.name } : {}),
      ...(order ? { order: order.name } : {}),
    },
    ...(changes ? { changes: changes.changes } : {}),
    ...(allPeople.length === 0 ? {} : { people: allPeople }),
    ...(times.future.length === 0 ? {} : { knowTheFuture: times.future.map(({ profile }) => profile.name) }),
    time: { formats: formatsOf(times), zone: 'UTC' },
    ...(states.rules.length === 0 ? {} : { states: { rules: states.rules } }),
  };
};

/** The formats of those columns that are read as times: of several that fit, the first, and a question asks. */
const formatsOf = ({ at, created, promised }: TimeRoles): string[] => {
  const columns = [at, created, promised].filter((column): column is TimeColumn => column !== undefined);
  return [...new Set(columns.map(({ formats }) => formats[0] ?? 'iso'))];
};
