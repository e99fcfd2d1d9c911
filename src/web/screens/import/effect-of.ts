import type { Diagnosis } from '#model/diagnosis.ts';
import type { Reading } from '#model/reading.ts';
import { type BriefFinding, findingsOf } from '../brief/findings-of.ts';

/** A figure as it stands and as it would. */
export type Moved = {
  readonly metric: string;
  readonly before: Reading | undefined;
  readonly after: Reading | undefined;
};

export type Effect = {
  readonly appear: readonly BriefFinding[];
  readonly disappear: readonly BriefFinding[];
  readonly stay: readonly BriefFinding[];
  readonly moved: readonly Moved[];
};

/** What would be said otherwise with a file: findings that come and go, and the main figures before and after. */
export const effectOf = (before: Diagnosis | null, after: Diagnosis | null): Effect => {
  const [now, then] = [before ? findingsOf(before) : [], after ? findingsOf(after) : []];
  const isIn = (all: readonly BriefFinding[], { id }: BriefFinding): boolean => all.some((each) => each.id === id);
  return {
    appear: then.filter((finding) => !isIn(now, finding)),
    disappear: now.filter((finding) => !isIn(then, finding)),
    stay: then.filter((finding) => isIn(now, finding)),
    moved: moved(headlineOf(before), headlineOf(after)),
  };
};

const headlineOf = (diagnosis: Diagnosis | null): readonly Reading[] =>
  diagnosis ? [...diagnosis.work.headline, ...diagnosis.decisions.headline] : [];

/** The figures that have a value before or after. */
const moved = (before: readonly Reading[], after: readonly Reading[]): Moved[] =>
  [...new Set([...after, ...before].map(({ metric }) => metric))]
    .map((metric) => ({
      metric,
      before: before.find((reading) => reading.metric === metric),
      after: after.find((reading) => reading.metric === metric),
    }))
    .filter((pair) => pair.before?.value != null || pair.after?.value != null);

export const titleOf = (finding: BriefFinding): string =>
  finding.kind === 'sign' ? finding.sign.title : finding.rule.title;
