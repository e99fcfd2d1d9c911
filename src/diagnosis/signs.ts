import { type Held, withConformance } from '#conformance/conform.ts';
import type { ConformanceContext } from '#conformance/context.ts';
import { rules as conformanceRules } from '#conformance/index.ts';
import { figureCalled } from '#metrics/companion.ts';
import { type Ground, read } from '#metrics/read.ts';
import type { Reading, Scope } from '#model/reading.ts';
import { placeName } from '#model/record-names.ts';
import type { Sign, SignPlace, SignRuleResult, SignStatus } from '#model/sign.ts';
import type { Window } from '#model/window.ts';
import { conclude, isSure } from '#signs/conclude.ts';
import type { Evidence, SignRule } from '#signs/define.ts';
import { signs } from '#signs/index.ts';
import { mostPlace, partPlace, worsePlace } from '#signs/places.ts';
import { readRules } from '#signs/read.ts';
import { signEvidence } from './sign-evidence.ts';

/**
 * The signs of the evidence: those that are called first, then those to watch, clear ones and those that cannot be told.
 *
 * Where a finding concentrates is asked only of rules that are sure, since a doubtful finding has no place to point at.
 */
export const readSigns = async (ground: Ground, held: Held, evidence: Evidence): Promise<Sign[]> => {
  const read = signs.map(async (sign) => {
    const results = readRules(sign, evidence).map(async (result, index): Promise<SignRuleResult> => {
      const rule = sign.rules[index];
      const place = rule && isSure(result) ? await placeOf(ground, held, evidence.window, rule, result) : null;
      return { ...result, where: place && { ...place, name: placeName(evidence.names, place.scope, place.key) } };
    });
    return conclude(sign, await Promise.all(results));
  });
  return (await Promise.all(read)).toSorted(
    (a, b) => order[a.status] - order[b.status] || (b.severity ?? 0) - (a.severity ?? 0),
  );
};

/** The signs by themselves, without the rest of a diagnosis. */
export const signsOf = (ground: Ground, context: ConformanceContext): Promise<Sign[]> =>
  withConformance(context, conformanceRules, async (held) =>
    readSigns(ground, held, await signEvidence(ground, context, held.results, [])),
  );

const order: Readonly<Record<SignStatus, number>> = { called: 0, watch: 1, clear: 2, 'not-enough-data': 3 };

const placeOf = async (
  ground: Ground,
  held: Held,
  window: Window,
  { where }: SignRule,
  { value, thresholds }: SignRuleResult,
): Promise<Omit<SignPlace, 'name'> | null> => {
  if (!where || value === null || thresholds === null) return null;
  switch (where.kind) {
    case 'worse': {
      const highIsWorse = thresholds.twiceAsBad > thresholds.asDesigned;
      return worsePlace(where.by, await cutBy(ground, window, where.metric, where.by), value, highIsWorse);
    }
    case 'part':
      return partPlace(where.by, await cutBy(ground, window, where.metric, where.by));
    case 'most': {
      const rule = conformanceRules.find(({ id }) => id === where.rule);
      return rule ? mostPlace(where.by, await held.brokenBy(rule, where.by)) : null;
    }
  }
};

const cutBy = async (ground: Ground, window: Window, id: string, by: Scope): Promise<readonly Reading[]> => {
  const metric = figureCalled(id);
  return metric ? read(ground, metric, { window, by }) : [];
};
