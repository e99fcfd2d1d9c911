import type { Outcome, Rival } from '#model/outcome.ts';
import type { Grade } from '#model/reading.ts';
import { type Change, type Effect, effectOf, isTold, type Untold } from './effect.ts';
import { rivalsBetween } from './rivals.ts';
import { counted, namesOf, toldSentence, untoldSentence, type Verdict } from './sentence.ts';

/** What may be said of an effect: by how much, how surely, and in which words. */
export type Judged = {
  readonly effect: Effect | Untold;
  /** On which side of nothing the whole interval lies; null where no effect can be told. */
  readonly moved: Verdict['moved'] | null;
  readonly better: boolean | null;
  readonly grade: Grade | null;
  /** What stands against reading it as the change's doing. */
  readonly weaknesses: readonly string[];
  readonly sentence: string;
};

/**
 * What a change did to an outcome, with the words that its grade allows.
 *
 * A with a control series, B before and after, C where anything is on record that weakens it: rival explanations, others
 * at the same time, an unknown season, steps or sources that are missing.
 */
export const judgedEffect = (outcome: Outcome, change: Change, others: readonly Change[]): Judged => {
  const { name, unit, direction, measurements, control } = outcome;
  const effect = effectOf({ measurements, control, change, others });
  const said = { outcome: name, unit, change };
  if (!isTold(effect)) {
    const sentence = untoldSentence(said, effect, others);
    return { effect, moved: null, better: null, grade: null, weaknesses: [], sentence };
  }
  const moved = effect.mean.lower > 0 ? 'up' : effect.mean.upper < 0 ? 'down' : 'not-told-from-chance';
  const better = direction === undefined || moved === 'not-told-from-chance' ? null : moved === direction;
  const rivals = rivalsBetween(outcome, change.liveOn, measurements.at(-1)?.on ?? change.liveOn);
  const weaknesses = weaknessesOf(outcome, effect, rivals);
  const grade = weaknesses.length > 0 ? 'C' : effect.method === 'difference-from-control' ? 'A' : 'B';
  const sentence = toldSentence(said, effect, { moved, better, grade, doubts: rivals.map(({ what }) => what) });
  return { effect, moved, better, grade, weaknesses, sentence };
};

const weaknessesOf = ({ measurements, control }: Outcome, effect: Effect, rivals: readonly Rival[]): string[] => {
  const unsourced = measurements.filter(({ source }) => source === undefined).length;
  const unused = control.length > 0 && effect.method === 'interrupted-series';
  return [
    ...rivals.map(({ what }) => `not ruled out: ${what}`),
    ...(effect.beside.length > 0 ? [`${namesOf(effect.beside)} went live too near to be told apart`] : []),
    ...(effect.seasonUnknown ? ['too little was measured before to know the season'] : []),
    ...(effect.missing > 0 ? [`no measurement in ${counted(effect.missing, effect.step)}`] : []),
    ...(unsourced > 0 ? [`${unsourced} of ${counted(measurements.length, 'measurement')} without a source`] : []),
    ...(unused ? ['the control series has too few steps in common'] : []),
  ];
};
