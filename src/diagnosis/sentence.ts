import { type Band, bandOf, tolerable } from '#model/band.ts';
import type { Said } from '#model/diagnosis.ts';
import type { Reading } from '#model/reading.ts';
import type { RuleResult } from '#model/rule-result.ts';

export type Told = {
  readonly name: string;
  /** Whether a row was accepted at all. */
  readonly rows: boolean;
  /** Whether any log was read; without one only records can tell anything. */
  readonly logs: boolean;
  readonly rules: readonly RuleResult[];
  readonly efficiency: Reading | undefined;
  readonly timeShares: Reading | undefined;
  readonly waitingStage: { readonly name: string; readonly reading: Reading } | undefined;
  readonly latency: Reading | undefined;
};

/**
 * The diagnosis in one breath: how much of the design is kept, where work and decisions wait, what is furthest off.
 *
 * A part whose figure is missing, or is nought and so tells nothing, is left out; nothing is made up to fill a place. What
 * holds a figure names it, so that a reader can open it.
 */
export const saidOf = ({ name, rows, logs, rules, efficiency, timeShares, waitingStage, latency }: Told): Said[] => {
  if (!rows && logs) return [{ text: `No row of the evidence of ${name} was accepted, so there is no figure.` }];
  const read = rules.filter(({ severity }) => severity !== null);
  const parts = [
    keeps(name, read),
    flows(efficiency, timeShares, waitingStage),
    decides(latency, read),
    furthest(read),
  ].filter((part) => part.length > 0);
  if (parts.length === 0) {
    const text = logs ? noFigure(name) : `No log was read, and the records of ${name} tell of no rule of its design.`;
    return [{ text }];
  }
  const said = [...joined(parts, '; '), { text: '.' }];
  if (!logs) return [{ text: 'No log was read; by its records ' }, ...said];
  // A workspace's own name is written as it is.
  return read.length > 0 ? said : capitalised(said);
};

export const textOf = (said: readonly Said[]): string => said.map(({ text }) => text).join('');

const noFigure = (name: string): string => `${name} has no figure yet that could be held against a design.`;

const joined = (parts: readonly (readonly Said[])[], by: string): Said[] =>
  parts.flatMap((part, index) => (index === 0 ? part : [{ text: by }, ...part]));

const keeps = (name: string, read: readonly RuleResult[]): Said[] => {
  if (read.length === 0) return [];
  const within = (band: Band): number => read.filter((rule) => bandOf(rule) === band).length;
  const more = within('tolerable');
  const tolerated = more === 0 ? '' : `, and ${more} more ${more === 1 ? 'is' : 'are'} tolerable`;
  const rules = read.length === 1 ? 'rule' : 'rules';
  const text = `${within('kept')} of ${read.length} ${rules} of its design that could be read${tolerated}`;
  return [{ text: `${name} keeps ` }, { text, opens: { id: 'design.rules' } }, ...wasDrafted(read)];
};

/** What was drafted from the evidence is kept by it as a matter of course. */
const wasDrafted = (read: readonly RuleResult[]): Said[] => {
  const drafted = read.filter((rule) => rule.drafted).length;
  if (drafted === 0) return [];
  const which = drafted < read.length ? `${drafted} of them` : read.length === 1 ? 'it' : 'all of them';
  const is = drafted === 1 ? 'is' : 'are';
  return [{ text: ` (${which} ${is} held against what was drafted from the evidence itself)` }];
};

/** From this share on, time of unknown kind says that the figure speaks of a part only. */
const muchUnmapped = 0.05;

const flows = (efficiency: Reading | undefined, timeShares: Reading | undefined, stage: Told['waitingStage']): Said[] =>
  joined(
    [works(efficiency, timeShares), waits(stage)].filter((part) => part.length > 0),
    ', and ',
  );

const works = (efficiency: Reading | undefined, timeShares: Reading | undefined): Said[] => {
  if (!efficiency?.value) return [];
  return [
    { text: 'work is worked on for ' },
    { text: share(efficiency.value), opens: { id: efficiency.metric } },
    ...ofTime(timeShares),
  ];
};

/** Of which time the flow efficiency speaks, wherever it is told as a sentence. */
export const ofTime = (timeShares: Reading | undefined): Said[] => {
  const unmapped = timeShares?.also.unmapped ?? 0;
  if (unmapped < muchUnmapped) return [{ text: ' of its time' }];
  const rest = { text: share(unmapped), opens: { id: 'flow.time-shares/unmapped' } };
  return [{ text: ' of the time whose kind is known (' }, rest, { text: ' of all is not)' }];
};

const waits = (stage: Told['waitingStage']): Said[] => {
  if (!stage?.reading.value) return [];
  const { value, n, metric, subject } = stage.reading;
  const where = subject.stage === undefined ? {} : { where: { scope: 'stage', key: subject.stage } as const };
  const text = `${days(value)} for each of ${n.toLocaleString('en')} items`;
  return [
    { text: `most of what waits lies in ${stage.name} (` },
    { text, opens: { id: metric, ...where } },
    { text: ')' },
  ];
};

const decides = (latency: Reading | undefined, read: readonly RuleResult[]): Said[] => {
  if (!latency?.value) return [];
  const said = [{ text: 'a decision takes ' }, { text: days(latency.value), opens: { id: latency.metric } }];
  const onTime = read.find(({ rule }) => rule === 'governance.within-target-time');
  if (onTime?.value == null) return said;
  return [
    ...said,
    { text: ', ' },
    { text: share(onTime.value), opens: { id: onTime.rule } },
    { text: ' within its target time' },
  ];
};

const furthest = (read: readonly RuleResult[]): Said[] => {
  const [worst] = byDistance(read);
  if (!worst?.severity || worst.severity.value < tolerable || worst.value === null) return [];
  const value = worst.unit === 'share' ? share(worst.value) : amount(worst.value, worst.unit);
  return [
    { text: `furthest from the design: ${lower(worst.title)} (` },
    { text: value, opens: { id: worst.rule } },
    { text: ')' },
  ];
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

const share = (value: number): string => `${Math.round(value * 100)}%`;
/** Less than a day in hours, and less than an hour in minutes: a wait never reads as none. */
const days = (value: number): string => {
  if (value < 1 / 24) return value * 1440 < 1 ? 'under 1 min' : `${Math.round(value * 1440)} min`;
  if (value < 1) return `${(value * 24).toFixed(1)} h`;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} d`;
};

const amount = (value: number, unit: string): string =>
  `${value.toFixed(1)} ${unit}${value.toFixed(1) === '1.0' ? '' : 's'}`;

const capitalised = ([first, ...rest]: readonly Said[]): Said[] =>
  first === undefined
    ? []
    : [{ ...first, text: `${first.text.slice(0, 1).toUpperCase()}${first.text.slice(1)}` }, ...rest];
const lower = (title: string): string => `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`;
