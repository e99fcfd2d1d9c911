import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fullMoney } from '../money.ts';
import { Asked } from '../parts/asked.tsx';
import { type Pair, Pairs } from '../parts/pairs.tsx';
import { Scrolled } from '../parts/scrolled.tsx';
import { theBenefit } from '../queries.ts';
import type { ShownBenefit } from '../screens/benefits/curve.ts';
import { useView, type View } from '../view.ts';
import { useWords, useWorkspace } from '../workspace.ts';
import { Again, Section } from './explained.tsx';

/** What a benefit came to: its rate, and every stretch of its plan with what was realised of it. */
export function OneBenefit({ of }: { readonly of: string }) {
  const query = useQuery(theBenefit(of, useView().asOf));
  return (
    <Asked query={query} what="Opening the benefit">
      {(answer) => <Facts answer={answer} />}
    </Asked>
  );
}

function Facts({ answer: { benefit, curve, today } }: { readonly answer: ShownBenefit }) {
  const words = useWords();
  const { folder } = useWorkspace();
  const { key, name, unit, realisation, grade, values, confirmed } = benefit;
  const { planned, plannedToDate, plannedMeasured, realised, unplanned, toDate, ofLifetime, coverage } = realisation;
  const pairs: readonly Pair[] = [
    ['planned over its whole life', fullMoney(planned)],
    ...(benefit.wholeLife === null
      ? []
      : [['stated for its whole life, no series', fullMoney(benefit.wholeLife)] as const]),
    ['planned to date', fullMoney(plannedToDate)],
    ['of that measured', fullMoney(plannedMeasured)],
    ['realised', fullMoney(realised)],
    ['realised without an approved plan', fullMoney(unplanned)],
    ['realised of the whole plan', words.figure(ofLifetime, 'share')],
    ['confirmed by the business', `${words.count(confirmed)} of ${words.counted(values, 'value')}`],
  ];
  return (
    <div className="explained" data-kind="benefit">
      <p className="explained-title">{name}</p>
      <p className="muted small">
        in {unit}, as of {today}
      </p>
      <p className="hero">
        <span className="hero-value">{words.figure(toDate, 'share')}</span>
        <span className="hero-beside">
          realised of what was planned to date and measured; complete
          {coverage !== null && `, covers ${words.figure(coverage, 'share')}`}
          {grade !== null && `, grade ${grade}`}
        </span>
      </p>
      <p>
        <Link
          to={`/benefits/${key}`}
          search={(before: View) => ({ ...before, open: undefined })}
          className="record-link"
        >
          All of the benefit
        </Link>
      </p>
      <Pairs of={pairs} />
      <Section title="Period by period">
        <Scrolled label="Period by period">
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">period</th>
                {['planned', 'expected', 'low', 'high', 'realised', 'confirmed'].map((head) => (
                  <th key={head} scope="col" className="number">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {curve.map((point) => (
                <tr key={point.from}>
                  <th scope="row">{point.periods.join(', ') || point.from}</th>
                  <td className="number">{fullMoney(point.planned)}</td>
                  <td className="number">{fullMoney(point.expected)}</td>
                  <td className="number">{words.figure(point.low, unit)}</td>
                  <td className="number">{words.figure(point.high, unit)}</td>
                  <td className="number">{fullMoney(point.soFar)}</td>
                  <td className="number">
                    {words.count(point.confirmed)} of {words.count(point.values)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      </Section>
      <Section title="The same again">
        <Again command={['benefit', 'show', key]} folder={folder} citable={false} />
      </Section>
    </div>
  );
}
