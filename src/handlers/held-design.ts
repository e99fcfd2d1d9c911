import type { Page } from '#conformance/broken.ts';
import { conform, type RuleWithCases, withCases } from '#conformance/conform.ts';
import type { ConformanceContext } from '#conformance/context.ts';
import type { Rule } from '#conformance/define.ts';
import { signsOf } from '#diagnosis/signs.ts';
import type { Ground } from '#metrics/read.ts';
import type { Conformance } from '#model/rule-result.ts';
import type { Sign } from '#model/sign.ts';
import type { Window } from '#model/window.ts';
import { PerWindow } from './per-standing.ts';
import type { Standing } from './refresh.ts';

/**
 * The design held against the evidence of a window, and the signs that shows: found once in a state, for whoever opens a
 * score, a rule or a sign after a diagnosis that told of it.
 */
const conformances = new PerWindow<Conformance>();
const signs = new PerWindow<Sign[]>();

/** Where it was found by something that finds more. */
export const keepHeld = (
  standing: Standing,
  window: Window,
  held: Promise<{ readonly conformance: Conformance; readonly signs: Sign[] }>,
): void => {
  conformances.keep(
    standing,
    window,
    held.then(({ conformance }) => conformance),
  );
  signs.keep(
    standing,
    window,
    held.then((found) => found.signs),
  );
};

export const conformanceIn = (standing: Standing, context: ConformanceContext): Promise<Conformance> =>
  conformances.find(standing, context.window, () => conform(context));

/** One rule with a page of the cases that broke it; it is held by itself where not all of them were. */
export const ruleIn = async (
  standing: Standing,
  context: ConformanceContext,
  rule: Rule,
  page: Page,
): Promise<RuleWithCases> => {
  const known = await conformances.of(standing, context.window);
  return withCases(
    context,
    rule,
    page,
    known?.results.find((each) => each.rule === rule.id),
  );
};

export const signsIn = (standing: Standing, context: ConformanceContext, ground: Ground): Promise<Sign[]> =>
  signs.find(standing, context.window, () => signsOf(ground, context));
