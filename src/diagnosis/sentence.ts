import type { Reading } from '#model/reading.ts';
import type { RuleResult } from '#model/rule-result.ts';

export type Told = {
  readonly name: string;
  readonly rules: readonly RuleResult[];
  readonly efficiency: Reading | undefined;
  readonly waitingStage: { readonly key: string; readonly reading: Reading } | undefined;
  readonly latency: Reading | undefined;
};

/** The severity up to which a rule is kept well enough, by its own breakpoints. */
export const tolerable = 50;

/**
 * The diagnosis in one breath: how much of the design is kept, where work and decisions wait, what is furthest off.
 *
 * A part whose figure is missing is left out; nothing is made up to fill a place.
 */
export const sentenceOf = ({ name, rules, efficiency, waitingStage, latency }: Told): string => {
  const read = rules.filter(({ severity }) => severity !== null);
  const parts = [keeps(name, read), flows(efficiency, waitingStage), decides(latency, read), furthest(read)];
  const told = parts.filter((part) => part !== undefined);
  return told.length === 0 ? `${name} has no figure yet that could be held against a design.` : `${told.join('; ')}.`;
};

const keeps = (name: string, read: readonly RuleResult[]): string | undefined => {
  if (read.length === 0) return undefined;
  const kept = read.filter(({ severity }) => severity !== null && severity.value < tolerable).length;
  return `${name} keeps ${kept} of ${read.length} rules of its design that could be read`;
};

const flows = (efficiency: Reading | undefined, stage: Told['waitingStage']): string | undefined => {
  if (efficiency?.value == null) return undefined;
  const waits =
    stage?.reading.value == null
      ? ''
      : `, and most of what waits lies in ${stage.key} (${days(stage.reading.value)} for each of ${stage.reading.n.toLocaleString('en')} items)`;
  return `work is worked on for ${share(efficiency.value)} of its time${waits}`;
};

const decides = (latency: Reading | undefined, read: readonly RuleResult[]): string | undefined => {
  if (latency?.value == null) return undefined;
  const onTime = read.find(({ rule }) => rule === 'governance.within-target-time');
  const kept = onTime?.value == null ? '' : `, ${share(onTime.value)} within its target time`;
  return `a decision takes ${days(latency.value)}${kept}`;
};

const furthest = (read: readonly RuleResult[]): string | undefined => {
  const [worst] = byDistance(read);
  if (!worst?.severity || worst.severity.value < tolerable || worst.value === null) return undefined;
  const value = worst.unit === 'share' ? share(worst.value) : `${worst.value.toFixed(1)} ${worst.unit}s`;
  return `furthest from the design: ${lower(worst.title)} (${value})`;
};

/** Worst first; of two equally bad rules the one that is surer. */
export const byDistance = (rules: readonly RuleResult[]): RuleResult[] =>
  rules
    .filter(({ severity }) => severity !== null)
    .toSorted(
      (a, b) =>
        (b.severity?.value ?? 0) - (a.severity?.value ?? 0) ||
        (b.severity?.lower ?? 0) - (a.severity?.lower ?? 0) ||
        b.n - a.n,
    );

const share = (value: number): string => `${Math.round(value * 100)} %`;
const days = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} d`;
const lower = (title: string): string => `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`;
