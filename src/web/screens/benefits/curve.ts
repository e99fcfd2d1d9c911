import type { z } from 'zod';
import type { CurvePoint, listBenefits, showBenefit } from '#api/benefits.ts';
import type { BenefitCurveData } from '#charts/benefit-curve.ts';
import { benefitId } from '../../value-names.ts';

export type Benefits = z.output<typeof listBenefits.answer>;
export type ShownBenefit = z.output<typeof showBenefit.answer>;

const numberOf = (value: string | null): number | null => (value === null ? null : Number(value));

/** `2026-q1`, or how the stretch of several periods is told. */
const nameOf = ({ periods, from }: CurvePoint): string => {
  const [first = from, ...rest] = periods;
  const last = rest.at(-1);
  return last === undefined ? first : `${first}–${last}`;
};

/** A benefit as it is drawn. What is expected of a stretch that is over and not measured is no forecast any more. */
export const curveOf = ({ benefit, curve, baselines, workEnds }: ShownBenefit): BenefitCurveData => {
  const key = benefitId(benefit.key);
  const ended = workEnds === null ? undefined : curve.find(({ from, to }) => from <= workEnds && workEnds < to);
  const [baseline] = baselines.filter(({ unit }) => unit === benefit.unit);
  return {
    name: benefit.name,
    unit: benefit.unit,
    baseline: baseline?.value ?? null,
    periods: curve.map((point) => ({
      key,
      period: nameOf(point),
      plan: numberOf(point.planned),
      forecast: point.over ? null : numberOf(point.expected),
      lower: point.low,
      upper: point.high,
      realised: numberOf(point.realised),
    })),
    events: ended === undefined ? [] : [{ key: null, period: nameOf(ended), what: 'the work ends' }],
  };
};
