import type { StepKind } from '#model/kinds.ts';

/** One step of a decision, as the evidence tells it. */
export type Told = {
  readonly at: number;
  readonly kind: StepKind;
  readonly outcome: string | undefined;
  readonly by: string | null;
  readonly level: string | null;
};

/** Its place on the ladder that the decision is judged by; null where its level is unknown. */
export type Step = Told & { readonly rank: number | null };

/** One decision: a cycle of steps from raised to settled. Times in ms, null where it has not come to it. */
export type Cycle = {
  readonly raised: number;
  readonly firstStep: number | null;
  readonly decided: number | null;
  readonly communicated: number | null;
  readonly acted: number | null;
  readonly outcome: string | null;
  readonly decidedBy: string | null;
  readonly level: string | null;
  readonly rank: number | null;
  readonly rankReached: number | null;
  /** Without the wait that still goes on. */
  readonly informationWait: number;
  /** Since when an open decision waits for information, where it does. */
  readonly informationSince: number | null;
  /** Null where the log names no escalations and no level of the cycle is known, so that nothing could tell of one. */
  readonly escalations: number | null;
  /** Null where no level of the cycle is known. */
  readonly sideways: number | null;
  readonly layers: number;
  readonly layerWait: number | null;
  readonly revisits: number;
  /** When the cycle after this one was raised. */
  readonly reopenedAt: number | null;
  readonly path: string;
  /** Who said yes or no before the word that settled it, in order. */
  readonly earlierApprovals: readonly Step[];
};

type Reading = {
  /** When the item was created. */
  readonly created: number;
  /** Whether the log names its escalations; where it does not, every climb to a higher level is one. */
  readonly escalationsNamed: boolean;
  /** The ladder by which a decision that was raised at an instant is judged. */
  readonly rankAt: (raised: number) => (level: string | null) => number | null;
};

/** The decisions that one item's steps make up, in order (docs/reference/evidence.md, "Decisions"). */
export const cyclesOf = (steps: readonly Told[], { created, escalationsNamed, rankAt }: Reading): Cycle[] => {
  const cycles = cut(steps);
  return cycles.map((cycle, index) => {
    const raising = raisingStep(cycle, index);
    const raised = raising?.at ?? created;
    const rank = rankAt(raised);
    const ranked = cycle.map((step) => ({ ...step, rank: rank(step.level) }));
    const first = cycle.slice(raising ? cycle.indexOf(raising) + 1 : 0).find(({ kind }) => kind !== 'ask');
    return {
      raised,
      firstStep: first?.at ?? null,
      ...settle(ranked, raised, escalationsNamed),
      reopenedAt: cycles[index + 1]?.[0]?.at ?? null,
    };
  });
};

/** What raised the matter: the first `ask`, or the first step of a later cycle; undefined where it was there from the start. */
const raisingStep = (cycle: readonly Told[], index: number): Told | undefined =>
  index > 0 ? cycle[0] : cycle.find(({ kind }) => kind === 'ask');

const cut = (steps: readonly Told[]): Told[][] => {
  const cycles: Told[][] = [];
  let over = false;
  for (const step of steps) {
    const starts = cycles.length === 0 || step.kind === 'reopen' || (over && step.kind === 'ask');
    if (starts) cycles.push([]);
    if (starts) over = false;
    if (step.kind === 'communicate' || step.kind === 'act') over = true;
    cycles.at(-1)?.push(step);
  }
  return cycles;
};

const settle = (
  steps: readonly Step[],
  raised: number,
  escalationsNamed: boolean,
): Omit<Cycle, 'raised' | 'firstStep' | 'reopenedAt'> => {
  const settling = steps.findLastIndex(({ kind }) => kind === 'decide');
  const askedAgain = steps.slice(settling + 1).some(({ kind }) => kind === 'ask' || kind === 'escalate');
  const decision = settling >= 0 && !askedAgain ? steps[settling] : undefined;
  const toDecision = decision ? steps.slice(0, settling + 1) : steps;
  const after = (kind: StepKind): number | null =>
    decision ? (steps.find((step) => step.kind === kind && step.at >= decision.at)?.at ?? null) : null;
  const rankReached = greatest(toDecision.map(({ rank }) => rank));
  return {
    decided: decision?.at ?? null,
    communicated: after('communicate'),
    acted: after('act'),
    outcome: decision?.outcome ?? null,
    decidedBy: decision?.by ?? null,
    level: decision?.level ?? null,
    rank: decision?.rank ?? null,
    rankReached,
    ...informationWait(toDecision, raised),
    escalations: escalationsNamed ? escalationsIn(toDecision) : rankReached === null ? null : climbs(toDecision),
    sideways: rankReached === null ? null : sidewaysMoves(toDecision),
    ...layersOf(toDecision),
    revisits: toDecision.filter(({ kind }) => kind === 'discuss' || kind === 'return').length,
    earlierApprovals: toDecision.filter((step) => step.kind === 'decide' && step !== decision),
    path: toDecision.map(({ kind, level }) => (level === null ? kind : `${kind}@${level}`)).join(' > '),
  };
};

const greatest = (ranks: readonly (number | null)[]): number | null =>
  ranks.reduce((most, rank) => (rank !== null && (most === null || rank > most) ? rank : most), null);

const informationWait = (
  steps: readonly Step[],
  raised: number,
): Pick<Cycle, 'informationWait' | 'informationSince'> => {
  let waited = 0;
  let since: number | null = null;
  steps.forEach((step, index) => {
    if (step.kind !== 'ask-information' && step.kind !== 'return') return;
    const twin = steps[index - 1];
    if (twin && twin.kind === step.kind) return;
    const next = steps.slice(index + 1).find(({ kind }) => kind !== step.kind);
    const from = Math.max(raised, step.at);
    if (next) waited += Math.max(0, next.at - from);
    else since = from;
  });
  return { informationWait: waited, informationSince: since };
};

const escalationsIn = (steps: readonly Step[]): number => steps.filter(({ kind }) => kind === 'escalate').length;

const climbs = (steps: readonly Step[]): number => {
  let reached: number | null = null;
  let count = 0;
  for (const { rank } of steps) {
    if (rank === null) continue;
    if (reached !== null && rank > reached) count++;
    if (reached === null || rank > reached) reached = rank;
  }
  return count;
};

const sidewaysMoves = (steps: readonly Step[]): number =>
  steps.filter((step, index) => {
    const before = steps[index - 1];
    return before !== undefined && step.rank !== null && step.rank === before.rank && step.by !== before.by;
  }).length;

type Approval = { readonly from: number; readonly until: number };

/** Approvals that were open at one moment are one layer: people asked side by side do not add a storey. */
const layersOf = (steps: readonly Step[]): { layers: number; layerWait: number | null } => {
  const { waited, immediate } = approvalsOf(steps);
  const unions: { from: number; until: number }[] = [];
  for (const { from, until } of waited.sort((a, b) => a.from - b.from || a.until - b.until)) {
    const last = unions.at(-1);
    if (last && from < last.until) last.until = Math.max(last.until, until);
    else unions.push({ from, until });
  }
  const layers = unions.length + immediate;
  const total = unions.reduce((sum, { from, until }) => sum + until - from, 0);
  return { layers, layerWait: layers === 0 ? null : total / layers };
};

const approvalsOf = (steps: readonly Step[]): { waited: Approval[]; immediate: number } => {
  const asked: Step[] = [];
  const waited: Approval[] = [];
  let immediate = 0;
  for (const step of steps) {
    if (step.kind === 'ask' || step.kind === 'escalate') asked.push(step);
    if (step.kind !== 'decide') continue;
    const own = step.by === null ? -1 : asked.findLastIndex(({ by }) => by === step.by);
    const [ask] = asked.splice(own >= 0 ? own : asked.length - 1, 1);
    if (ask && ask.at < step.at) waited.push({ from: ask.at, until: step.at });
    else immediate++;
  }
  return { waited, immediate };
};
