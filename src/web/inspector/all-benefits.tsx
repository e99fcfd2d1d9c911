import { useQuery } from '@tanstack/react-query';
import type { Realisation, Total } from '#api/benefits.ts';
import { fullMoney } from '../money.ts';
import { Asked } from '../parts/asked.tsx';
import { Figure } from '../parts/figure.tsx';
import { FirstRows } from '../parts/first-rows.tsx';
import { theBenefits } from '../queries.ts';
import { benefitId } from '../value-names.ts';
import { useView } from '../view.ts';
import { useWords, useWorkspace } from '../workspace.ts';
import { Again, Section } from './explained.tsx';

/** All benefits by currency and unit: what was planned, what came, and what each of them adds to it. */
export function AllBenefits() {
  const words = useWords();
  const { folder } = useWorkspace();
  const query = useQuery(theBenefits(useView().asOf));
  return (
    <Asked query={query} what="Adding up the benefits">
      {({ totals, benefits, count, wholeLife, today }) => (
        <div className="explained" data-kind="benefits">
          <p className="explained-title">Benefits realised</p>
          <p className="muted small">as of {today}</p>
          <p className="hero">
            <span className="hero-value">
              {words.count(count.reached)} of {words.count(count.of)}
            </span>
            <span className="hero-beside">
              reached what was planned to date; complete, n {words.count(benefits.length)}
            </span>
          </p>
          {totals.map((total) => (
            <Section key={total.unit} title={`In ${total.unit}`}>
              <Amounts total={total} />
            </Section>
          ))}
          {wholeLife.length > 0 && (
            <Section title="Whole life, no series">
              <ul className="plain-list lines">
                {wholeLife.map(({ unit, n, value }) => (
                  <li key={unit}>
                    {fullMoney(value)} {unit}, n {words.count(n)}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section title="Each of them">
            <FirstRows rows={benefits}>
              {(shown) => (
                <ul className="plain-list lines">
                  {shown.map(({ key, name, unit, realisation }) => (
                    <li key={key}>
                      <Figure of={{ id: benefitId(key) }}>{name}</Figure>: {fullMoney(realisation.realised)} of{' '}
                      {fullMoney(realisation.plannedMeasured)} {unit}
                    </li>
                  ))}
                </ul>
              )}
            </FirstRows>
          </Section>
          <Section title="Definition">
            <p>
              Of the periods that are over and of which a value is on record, what was realised against what was
              planned. Disbenefits are taken off what is net. Supporting benefits feed others and are in no total.
            </p>
          </Section>
          <Section title="The same again">
            <Again command={['benefit', 'list']} folder={folder} citable={false} />
          </Section>
        </div>
      )}
    </Asked>
  );
}

function Amounts({ total: { gross, net, weighted } }: { readonly total: Total }) {
  const words = useWords();
  const rows: readonly (readonly [string, (of: Realisation) => string])[] = [
    ['planned over whole lives', ({ planned }) => fullMoney(planned)],
    ['planned to date', ({ plannedToDate }) => fullMoney(plannedToDate)],
    ['of that measured', ({ plannedMeasured }) => fullMoney(plannedMeasured)],
    ['realised', ({ realised }) => fullMoney(realised)],
    ['of the plan to date', ({ toDate }) => words.figure(toDate, 'share')],
    ['of the whole plan', ({ ofLifetime }) => words.figure(ofLifetime, 'share')],
    ['measured', ({ coverage }) => words.figure(coverage, 'share')],
  ];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">what</th>
          <th scope="col" className="number">
            gross
          </th>
          <th scope="col" className="number">
            net
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, read]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td className="number">{read(gross)}</td>
            <td className="number">{read(net)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">weighted by whole plans</th>
          <td />
          <td className="number">{words.figure(weighted, 'share')}</td>
        </tr>
      </tbody>
    </table>
  );
}
