import { useQueries } from '@tanstack/react-query';
import { comparedWith, currentPeriod, periodsUpTo, windowOf } from '#api/looked-at.ts';
import type { ChoosablePeriod } from '#api/workspace.ts';
import type { Conformance, DimensionScore } from '#model/rule-result.ts';
import { theConformance } from './queries.ts';
import { quietly } from './quietly.ts';
import { useView } from './view.ts';
import { useWorkspace } from './workspace.ts';

export type Step = ChoosablePeriod & { readonly conformance: Conformance | undefined };

/**
 * The design held against the evidence of each of the last periods, each as soon as it is read.
 *
 * The newest come first, and with them the one that they are compared with: they are looked at first.
 */
export const useCourse = () => {
  const workspace = useWorkspace();
  const view = useView();
  const periods = periodsUpTo(workspace, view.period);
  const [current, before] = [currentPeriod(workspace, view.period), comparedWith(workspace, view)];
  const wanted = [current, before, ...periods.toReversed()].filter((period) => period !== undefined);
  const distinct = [...new Map(wanted.map((period) => [period.key, period])).values()];
  const answers = useQueries({
    queries: distinct.map(({ key }) => {
      const { queryKey, queryFn } = theConformance({ window: windowOf(workspace, key), asOf: view.asOf });
      return {
        queryKey,
        queryFn: (context: Parameters<NonNullable<typeof queryFn>>[0]) => quietly(async () => read(queryFn, context)),
      };
    }),
  });
  const of = (period: ChoosablePeriod): Conformance | undefined =>
    answers[distinct.findIndex(({ key }) => key === period.key)]?.data;
  const error = answers.find((answer) => answer.error)?.error;
  return { periods: periods.map((period): Step => ({ ...period, conformance: of(period) })), of, error };
};

const read = async <Context, Answer>(
  queryFn: ((context: Context) => Answer | Promise<Answer>) | undefined,
  context: Context,
): Promise<Answer> => {
  if (!queryFn) throw new Error('nothing was asked');
  return queryFn(context);
};

export const scoreIn = (conformance: Conformance | undefined, dimension: DimensionScore['dimension']): number | null =>
  conformance?.dimensions.find((each) => each.dimension === dimension)?.score ?? null;
