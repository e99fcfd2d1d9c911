import { useQuery } from '@tanstack/react-query';
import type { BenefitRow } from '#api/benefits.ts';
import { benefitCurve } from '#charts/benefit-curve.ts';
import { Asked } from '../../parts/asked.tsx';
import { Picture } from '../../parts/picture.tsx';
import { theBenefit } from '../../queries.ts';
import { benefitId } from '../../value-names.ts';
import { useChange, useView } from '../../view.ts';
import { curveOf } from './curve.ts';

/** The curve of one benefit: the one that is chosen, else the one that was planned to bring most of those that fall short. */
export function Portrait({ benefits }: { readonly benefits: readonly BenefitRow[] }) {
  const { by } = useView();
  const change = useChange();
  const shown = benefits.find(({ key }) => key === by) ?? mostShort(benefits);
  if (!shown) return null;
  return (
    <section className="card" aria-label="One benefit over time">
      <label className="choice filters">
        <span>Benefit</span>
        <select value={shown.key} onChange={({ target }) => change({ by: target.value }, 'in place')}>
          {benefits.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Curve of={shown.key} />
    </section>
  );
}

const mostShort = (benefits: readonly BenefitRow[]): BenefitRow | undefined =>
  benefits.toSorted(
    (a, b) =>
      Number(b.shortfall !== null) - Number(a.shortfall !== null) ||
      Number(b.realisation.planned ?? 0) - Number(a.realisation.planned ?? 0),
  )[0];

export function Curve({ of }: { readonly of: string }) {
  const query = useQuery(theBenefit(of, useView().asOf));
  return (
    <Asked query={query} what="Drawing the curve">
      {(answer) => <Picture chart={benefitCurve} data={curveOf(answer)} of={{ id: benefitId(of) }} />}
    </Asked>
  );
}
