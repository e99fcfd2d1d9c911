import type { Grade } from '#model/reading.ts';
import type { Change, Effect, Untold } from './effect.ts';

/** What is said of: the outcome, and the change that may have moved it. */
type Said = { readonly outcome: string; readonly unit: string | undefined; readonly change: Change };

export type Verdict = {
  readonly moved: 'up' | 'down' | 'not-told-from-chance';
  readonly better: boolean | null;
  readonly grade: Grade;
  /** Other explanations that are not ruled out, in words. */
  readonly doubts: readonly string[];
};

/** Contribution, never ownership, and no more than the grade allows. */
const claims: Readonly<Record<Grade, string>> = {
  A: 'is what a comparison shows that it contributed (A)',
  B: 'is what was measured before and after, and speaks for a contribution (B)',
  C: 'may be its contribution, with what weakens that beside it (C)',
  D: 'is said to be its contribution (D)',
  E: 'is assumed to be its contribution (E)',
};

/** An effect in one sentence, and in a second one what may be claimed of it. */
export const toldSentence = (
  { outcome, unit, change }: Said,
  { mean, step, before, after, beside, method }: Effect,
  { moved, better, grade, doubts }: Verdict,
): string => {
  const { shown, named } = changesIn(unit);
  const who = namesOf([change, ...beside]);
  const [value, lower, upper] = [shown(mean.value), shown(mean.lower), shown(mean.upper)];
  const basis = `95%: ${named(`${signed(lower)} to ${signed(upper)}`)}; ${counted(before, step)} before, ${after} after`;
  const course = method === 'difference-from-control' ? 'its course beside the control' : 'its course before';
  if (moved === 'not-told-from-chance') {
    const much = `${named(signed(value))} against ${course} (${basis})`;
    return `Whether ${outcome} moved after ${who} went live on ${change.liveOn} cannot be told from chance: ${much}.`;
  }
  const good = better === null ? '' : better ? ', which is better' : ', which is worse';
  const far = `${named(size(value))} ${moved === 'up' ? 'higher' : 'lower'}`;
  const apart = beside.length > 0 ? '; what each of them did cannot be told apart' : '';
  const others = doubts.length > 0 ? `; ${doubts.join(' and ')} may have played a part` : '';
  return [
    `Since ${who} went live on ${change.liveOn}, ${outcome} has been ${far} on average than ${course} led one to expect${good} (${basis}).`,
    `This ${claims[grade]}${apart}${others}.`,
  ].join(' ');
};

/** Why an effect cannot be told. */
export const untoldSentence = ({ outcome, change }: Said, untold: Untold, others: readonly Change[]): string => {
  const why = {
    'few-before': ({ found, fewest }: Few) =>
      `${counted(found, 'measurement')} before ${change.liveOn}, when it went live, and it takes ${fewest}`,
    'few-after': ({ found, fewest }: Few) =>
      `${counted(found, 'measurement')} since ${change.liveOn}, when it went live, and it takes ${fewest}`,
  };
  const says = (): string => {
    switch (untold.why) {
      case 'few-before':
      case 'few-after':
        return why[untold.why](untold);
      case 'gaps':
        return `${untold.missing} of ${counted(untold.steps, untold.step)} were not measured, more than one in five`;
      case 'no-rhythm':
        return 'the measurements come in no rhythm of days, weeks, months, quarters or years';
      case 'no-chance':
        return 'the measurements follow a line without any scatter to judge chance by';
      case 'not-apart':
        return `with what was measured it cannot be held apart from ${others.length > 0 ? namesOf(others) : 'the course before'}`;
    }
  };
  return `What ${change.name} did to ${outcome} cannot be told: ${says()}.`;
};

type Few = { readonly found: number; readonly fewest: number };

/** Of an initiative that is not in use there is no before and after. */
export const notLiveSentence = (initiative: string, outcome: string): string =>
  `${initiative} has not gone live, so there is no before and after for ${outcome}.`;

export const namesOf = (changes: readonly Change[]): string => changes.map(({ name }) => name).join(' and ');

export const counted = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** How much something changed in a unit, and the words for it: shares change by percentage points. */
const changesIn = (unit: string | undefined) =>
  unit === 'share' || unit === '%'
    ? {
        shown: (value: number) => (unit === '%' ? value : value * 100),
        named: (text: string) => `${text} percentage ${/^\D?1$/u.test(text) ? 'point' : 'points'}`,
      }
    : {
        shown: (value: number) => value,
        named: (text: string) => (unit === undefined ? text : `${text} ${unit}`),
      };

const size = (value: number): string => String(Number(Math.abs(value).toPrecision(3)));

const signed = (value: number): string => `${value < 0 ? '−' : value > 0 ? '+' : ''}${size(value)}`;
