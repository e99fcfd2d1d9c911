import type { DesignModel } from '../design-model.ts';
import { type RecordKind, recordKinds } from '../records.ts';
import { fieldsAt } from './fields.ts';
import type { Violation } from './violation.ts';

/** Fields that no two entries of one list may share: with two, nobody could tell which of them counts. */
const unique: { readonly [Kind in RecordKind]?: readonly string[] } = {
  goal: ['weights[].period'],
  'priority-list': ['ranking[].initiative', 'ranking[].goal'],
  skill: ['developmentSpend[].period'],
  investment: ['budget[].period'],
  'plan-snapshot': ['initiatives[].initiative'],
  benefit: ['plan.profile[].period', 'forecasts[].profile[].period', 'realised[].period'],
  scorecard: ['measures[].key'],
  decision: ['options[].key'],
  survey: ['questions[].key', 'audience[].group'],
};

/** Entries of a record's list that name what an earlier entry of the same list names. */
export const repeatedEntries = (model: DesignModel, kinds: readonly RecordKind[]): Violation[] =>
  kinds.flatMap((kind) =>
    (unique[kind] ?? []).flatMap((pattern) =>
      model[recordKinds[kind].plural].flatMap((record, index) => {
        const seen = new Set<string>();
        return fieldsAt(record, pattern).flatMap(({ path: field, value: found }) => {
          const here = `${field.slice(0, field.lastIndexOf('['))} ${found}`;
          if (seen.has(here)) return [{ kind, index, key: record.key, field, found, expected: onceIn(pattern) }];
          seen.add(here);
          return [];
        });
      }),
    ),
  );

const onceIn = (pattern: string): string => {
  const [list = '', field = ''] = pattern.split('.').slice(-2);
  return `every ${field} once in ${list.replace('[]', '')}`;
};
