import type { Cell } from '#engine/table-writer.ts';
import type { Decision } from '#model/decision.ts';
import { modelInForce } from '#model/model-in-force.ts';
import { none, type OnRecord, type RecordTable } from './define.ts';
import { listsOn, rankOn, type Side } from './rankings.ts';

/**
 * Every decision on record that was made and that no later one corrects, with what it was between and which ranks these had
 * on that day.
 *
 * `two_sides` tells whether something that can be ranked was favoured over something else that can.
 */
export const recordedDecisions: RecordTable = {
  name: 'recorded_decision',
  columns: {
    decision: 'text',
    decision_type: 'text',
    decides: 'text',
    team: 'text',
    capability: 'text',
    raised: 'double',
    decided: 'double',
    options: 'int',
    deferred: 'int',
    tells_impact: 'boolean',
    gives_rationale: 'boolean',
    two_sides: 'boolean',
    list: 'text',
    favoured_rank: 'int',
    other_rank: 'int',
  },
  instants: ['raised', 'decided'],
  rows: (records) => madeDecisions(records).map((decision) => rowOf(records, decision)),
};

export type Made = Decision & { readonly decidedAt: string };

/** The decisions that were made by the instant at which figures are read, and that no later one corrects. */
export const madeDecisions = ({ model, asOf }: OnRecord): Made[] => {
  const made = model.decisions.filter(
    (decision): decision is Made => decision.decidedAt !== undefined && Date.parse(decision.decidedAt) <= asOf,
  );
  const corrected = new Set(made.map(({ corrects }) => corrects));
  return made.filter(({ key }) => !corrected.has(key));
};

const rowOf = (records: OnRecord, decision: Made): Cell[] => {
  const { key, type, subject, raisedAt, decidedAt, options, deferred, rationale = '' } = decision;
  const { favoured, others } = sidesOf(decision);
  const ranked = favoured && ranksOf(records, Date.parse(decidedAt), favoured, others);
  return [
    key,
    type,
    decidesOf(records, decision),
    subject?.team ?? none,
    subject?.capability ?? none,
    Date.parse(raisedAt),
    Date.parse(decidedAt),
    options.length,
    deferred.length,
    deferred.some(({ costPerMonth }) => costPerMonth !== undefined),
    rationale.trim() !== '',
    favoured !== undefined && others.length > 0,
    ranked?.list ?? null,
    ranked?.favoured ?? null,
    ranked?.other ?? null,
  ];
};

/** What a type of decisions decides, by the design in force when the matter was raised, else by the first that knows it. */
export const decidesOf = ({ designs, timeZone }: OnRecord, { type, raisedAt }: Decision): string | null => {
  const inForce = modelInForce(designs, Date.parse(raisedAt), timeZone);
  const types = [inForce, ...designs].flatMap(({ decisionTypes }) => decisionTypes);
  return types.find(({ key }) => key === type)?.decides ?? null;
};

/** What was favoured, and what else could have been and can be ranked. */
const sidesOf = ({ options, favoured: chosen, deferred }: Decision): { favoured?: Side; others: Side[] } => {
  const favoured = options.find(({ key }) => key === chosen);
  if (!favoured || !isRankable(favoured)) return { others: [] };
  const others = [...options.filter((option) => option !== favoured), ...deferred];
  return { favoured, others: others.filter((other) => isRankable(other) && !isSame(other, favoured)) };
};

const isRankable = ({ initiative, goal }: Side): boolean => initiative !== undefined || goal !== undefined;

const isSame = (one: Side, other: Side): boolean =>
  (one.initiative !== undefined && one.initiative === other.initiative) ||
  (one.goal !== undefined && one.goal === other.goal);

/** The ranks of what was favoured and of the first of the others, on the first list that has both. */
const ranksOf = (records: OnRecord, decided: number, favoured: Side, others: readonly Side[]) => {
  for (const list of listsOn(records, decided)) {
    const own = rankOn(list, favoured);
    const other = Math.min(...others.flatMap((side) => rankOn(list, side) ?? []));
    if (own !== undefined && other < Number.POSITIVE_INFINITY) return { list: list.key, favoured: own, other };
  }
  return undefined;
};
