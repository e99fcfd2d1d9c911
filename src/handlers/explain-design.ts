import { byDistance } from '#diagnosis/sentence.ts';
import { type Band, bandOf } from '#model/band.ts';
import type { Dimension, RuleResult } from '#model/rule-result.ts';
import { citedRule } from './citing.ts';
import type { Explained, Stage } from './explain-stage.ts';
import { conformanceIn } from './held-design.ts';

/** A score, opened down to the rules that it is the weighted mean of. */
export const explainDimension = async (dimension: Dimension, stage: Stage): Promise<Explained> => {
  const { results: all, dimensions } = await conformanceIn(stage.standing, stage.context);
  const results = all.filter((result) => result.dimension === dimension);
  const score = dimensions.find((each) => each.dimension === dimension);
  if (!score) throw new Error(`${dimension} has no score`);
  const title = `${dimension.slice(0, 1).toUpperCase()}${dimension.slice(1)}: how close to its design`;
  return {
    kind: 'dimension',
    id: `dimension.${dimension}`,
    title,
    sentence:
      score.score === null
        ? `${title}: no score, because ${score.missing ?? 'nothing is known'}.`
        : `${title}: ${Math.round(score.score)} of 100, from ${score.read.length} of ${results.length} rules.`,
    definition: [
      {
        part: 'formula',
        text: '100 less the mean severity of the rules of the dimension that could be read, by their weights. Severity is 0 as designed, 50 at the worst that is tolerable and 100 at twice as bad.',
      },
      {
        part: 'left out, and at the edges',
        text: 'A rule that could not be read, or is not designed, moves nothing and is listed with its reason. Without a rule there is no score.',
      },
    ],
    command: ['conform', ...stage.words(stage.context.window)],
    dimension: score,
    rules: worstFirst(results, stage),
  };
};

/** How many rules are kept, opened down to each of them. */
export const explainDesign = async (stage: Stage): Promise<Explained> => {
  const { results } = await conformanceIn(stage.standing, stage.context);
  const within = (band: Band): number => results.filter((rule) => bandOf(rule) === band).length;
  const [kept, tolerable, beyond] = [within('kept'), within('tolerable'), within('beyond')];
  return {
    kind: 'design',
    id: 'design.rules',
    title: 'Rules of the design that are kept',
    sentence: `${kept} of ${kept + tolerable + beyond} rules that could be read are kept as designed, ${tolerable} more are tolerable, ${beyond} are beyond that.`,
    definition: [
      {
        part: 'formula',
        text: 'A rule is kept at severity 0, tolerable below 50, and beyond that from 50 on; severity comes from its thresholds.',
      },
      {
        part: 'left out, and at the edges',
        text: 'Rules that the design does not state, or the evidence cannot tell.',
      },
    ],
    command: ['conform', ...stage.words(stage.context.window)],
    kept,
    tolerable,
    beyond,
    rules: worstFirst(results, stage),
  };
};

/** Those that could not be read come last, in the order of the rules. */
const worstFirst = (results: readonly RuleResult[], { context, past }: Stage): RuleResult[] => {
  const cited = past ? results : results.map((result) => citedRule(result, context.window));
  return [...byDistance(cited), ...cited.filter(({ severity }) => severity === null)];
};
