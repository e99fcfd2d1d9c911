import { slugOf } from '#model/key.ts';
import type { StageKind } from '#model/kinds.ts';
import type { guessColumns } from './columns-guess.ts';
import { type Profile, wordsOf } from './profile.ts';
import type { StateRuleDraft, StatesDraft } from './states-guess.ts';

type Guessed = ReturnType<typeof guessColumns>;

/** Steps in the life of an activity, as the standard has them. */
const standardSteps =
  /^(schedule|assign|withdraw|reassign|start|suspend|resume|pi_abort|ate_abort|complete|autoskip|manualskip|unknown)$/iu;

/**
 * The columns without those of a lifecycle where the log tells no starts: then its rows are states like any others, and steps
 * that the standard does not have are the states (`Wait - User`).
 */
export const withLifecycle = ({ lifecycle, instance, ...columns }: Guessed): Guessed => {
  if (!lifecycle || !columns.activity) return columns;
  const steps = [...lifecycle.values.keys()];
  if (steps.some((step) => /^start$/iu.test(step))) return { ...columns, lifecycle, ...(instance ? { instance } : {}) };
  return steps.every((step) => standardSteps.test(step)) ? columns : { state: lifecycle, ...columns };
};

const item = '( (the )?(case|ticket|item|incident|request|order|issue))?$';
const ends: readonly (readonly [StageKind, RegExp])[] = [
  [
    'done',
    new RegExp(
      `^(close|closed|closure|resolve|resolved|finish|finished|complete|completed|done|end|archive)${item}`,
      'u',
    ),
  ],
  [
    'cancelled',
    new RegExp(`^(cancel|cancell?ed|reject|rejected|withdraw|withdrawn|abort|aborted|decline|declined)${item}`, 'u'),
  ],
];

/** In a log of starts and ends each activity gives two states: one while it lasts, and one behind it. */
export const lifeRules = (activities: readonly string[]): StatesDraft => {
  const named = activities.flatMap((name) => {
    const key = slugOf(name);
    return key === undefined ? [] : [{ name, key }];
  });
  const kindAfter = (name: string): StageKind => ends.find(([, words]) => words.test(wordsOf(name)))?.[0] ?? 'queue';
  return {
    rules: [
      ...named.map(({ name, key }) => ({ is: name, to: key, kind: 'active' as const })),
      ...named.map(({ name, key }) => ({ is: `after ${name}`, to: `after-${key}`, kind: kindAfter(name) })),
    ],
    none: [],
    open: [],
    unsure: activities.filter((name) => slugOf(name) === undefined),
  };
};

/** Which activities end an item is for people to say; the log shows which come last. */
export const endingQuestion = (
  rules: readonly StateRuleDraft[],
  last: ReadonlyMap<string, number>,
  activity: Profile,
): string => {
  const over = rules.flatMap(({ is, kind }) => (kind === 'done' || kind === 'cancelled' ? [JSON.stringify(is)] : []));
  const often = [...last].toSorted((a, b) => b[1] - a[1]).slice(0, 3);
  const shown = often.map(([name]) => JSON.stringify(name)).join(', ');
  const drafted = over.length === 0 ? 'the draft has none' : `the draft has ${over.join(', ')}`;
  return `After which ${activity.name} is an item done? Give the state behind it the kind done (${drafted}); behind all others an item waits. In the sample the last ones are mostly ${shown}.`;
};
