import {
  type BrokenCase,
  type Conformance,
  Dimension,
  type DimensionScore,
  type RuleResult,
} from '#model/rule-result.ts';
import { type BrokenScope, brokenCases, countedBy, type Page } from './broken.ts';
import type { ConformanceContext } from './context.ts';
import type { Rule } from './define.ts';
import { type Ground, onGround } from './ground.ts';
import { rules } from './index.ts';
import { isDesigned, prepare, readRule, recalled } from './read-rule.ts';

/** Holds the designed model against the evidence of a window: every rule, and a score for each dimension. */
export const conform = (context: ConformanceContext, read: readonly Rule[] = rules): Promise<Conformance> =>
  context.engine.sideBySide((engine) =>
    withConformance({ ...context, engine }, read, async ({ results, dimensions }) => ({ results, dimensions })),
  );

/** The design held against the evidence, of which more can be asked. */
export type Held = Conformance & {
  /** The cases that broke one of the rules in the window: how many for each key of a scope, most first. */
  readonly brokenBy: (
    rule: Rule,
    scope: BrokenScope,
  ) => Promise<readonly { readonly key: string; readonly cases: number }[]>;
};

/** The same, and whatever the work asks of it while all that it was read from is still laid out. */
export const withConformance = <T>(
  context: ConformanceContext,
  read: readonly Rule[],
  work: (held: Held) => Promise<T>,
): Promise<T> =>
  onGround(
    context,
    read.flatMap(({ designed }) => designed),
    async (ground) => {
      const results = await Promise.all(read.map((rule) => readRule(ground, rule)));
      const dimensions = Dimension.options.map((dimension) => scoreOf(dimension, results));
      const brokenBy: Held['brokenBy'] = async (rule, scope) => {
        if (!isDesigned(ground, rule)) return [];
        return recalled(ground, rule, `broken by ${scope}`, async () => {
          await prepare(ground, rule);
          return countedBy(ground, rule, scope);
        });
      };
      return work({ results, dimensions, brokenBy });
    },
  );

/** What a rule says, and cases that broke it in the window, the latest first; the result says how many there are. */
export type RuleWithCases = { readonly result: RuleResult; readonly cases: readonly BrokenCase[] };

/** One rule, read and opened at the same time; what it says may be known already. */
export const withCases = async (
  context: ConformanceContext,
  rule: Rule,
  page: Page,
  known?: RuleResult,
): Promise<RuleWithCases> => {
  if (known?.broke === 0) return { result: known, cases: [] };
  const [result, cases] = await context.engine.sideBySide((engine) =>
    onGround({ ...context, engine }, rule.designed, (ground) =>
      Promise.all([known ?? readRule(ground, rule), casesOf(ground, rule, page)]),
    ),
  );
  // A rule that is switched off judges nothing.
  return { result, cases: result.broke === 0 ? [] : cases };
};

const casesOf = async (ground: Ground, rule: Rule, page: Page): Promise<BrokenCase[]> => {
  if (!isDesigned(ground, rule)) return [];
  await prepare(ground, rule);
  return brokenCases(ground, rule, ground.span, page);
};

/**
 * 100 less the mean severity of a dimension's rules, by their weights; null when no rule with a weight could be read.
 *
 * A rule that could not be read is listed with its reason and moves nothing.
 */
export const scoreOf = (dimension: Dimension, results: readonly RuleResult[]): DimensionScore => {
  const own = results.filter((result) => result.dimension === dimension);
  const read = own.filter(({ severity }) => severity !== null);
  const weight = read.reduce((sum, result) => sum + result.weight, 0);
  const lost = read.reduce((sum, result) => sum + result.weight * (result.severity?.value ?? 0), 0);
  const notRead = own.flatMap(({ rule, severity, missing }) =>
    severity === null ? [{ rule, reason: missing ?? 'not read' }] : [],
  );
  const told = { dimension, weight, read: read.map(({ rule }) => rule), notRead };
  if (weight > 0) return { ...told, score: 100 - lost / weight };
  return { ...told, score: null, missing: 'none of its rules could be read' };
};
