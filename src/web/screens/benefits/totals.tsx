import type { Total } from '#api/benefits.ts';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { Scrolled } from '../../parts/scrolled.tsx';
import { benefitsFigure } from '../../value-names.ts';
import { useWords } from '../../workspace.ts';
import type { Benefits } from './curve.ts';

/** What "realised" may mean, all four readings of it, by currency and unit. */
export function Totals({ answer: { totals, converted, wholeLife } }: { readonly answer: Benefits }) {
  const words = useWords();
  return (
    <Card title="How much has come, four ways to tell">
      <Scrolled label="How much has come, four ways to tell">
        <table className="rows full">
          <thead>
            <tr>
              <th scope="col">in</th>
              <th scope="col" className="number">
                n
              </th>
              <th scope="col" className="number">
                plan to date
              </th>
              <th scope="col" className="number">
                whole plan
              </th>
              <th scope="col" className="number">
                reached
              </th>
              <th scope="col" className="number">
                weighted
              </th>
              <th scope="col" className="number">
                measured
              </th>
            </tr>
          </thead>
          <tbody data-figure={benefitsFigure}>
            {totals.map((total) => (
              <Row key={total.unit} total={total} name={total.unit} />
            ))}
            {converted.total !== null && totals.filter(({ money }) => money).length > 1 && (
              <Row total={converted.total} name={`all money, in ${converted.total.unit}`} />
            )}
          </tbody>
        </table>
      </Scrolled>
      {wholeLife.length > 0 && (
        <ul className="plain-list lines">
          {wholeLife.map(({ unit, n, value }) => (
            <li key={unit}>
              <Figure of={{ id: benefitsFigure }}>
                {words.figure(Number(value), unit)} of {words.counted(n, 'benefit')}
              </Figure>{' '}
              <span className="muted">in {unit}: whole life, no series, and so in no rate</span>
            </li>
          ))}
        </ul>
      )}
      <p className="muted small">
        Shares of the plan that came, net of disbenefits. Supporting benefits feed others and are in no total. Nothing
        is added up across units; money of several currencies is, by the rates of its days.
        {converted.rates.map(({ key, from, to, rate, validFrom }) => (
          <span key={key} data-stated={`exchange-rate:${key}`}>
            {' '}
            {from} to {to} at {rate} from {validFrom} on.
          </span>
        ))}
        {converted.withoutRate.length > 0 &&
          ` Without a rate, and so in no total: ${converted.withoutRate.join(', ')}.`}
      </p>
    </Card>
  );
}

function Row({ total: { n, net, count, weighted }, name }: { readonly total: Total; readonly name: string }) {
  const words = useWords();
  const share = (value: number | null): string => (value === null ? '–' : words.figure(value, 'share'));
  return (
    <tr>
      <th scope="row">
        <Figure of={{ id: benefitsFigure }}>{name}</Figure>
      </th>
      <td className="number">{words.count(n)}</td>
      <td className="number">{share(net.toDate)}</td>
      <td className="number">{share(net.ofLifetime)}</td>
      <td className="number">
        {words.count(count.reached)} of {words.count(count.of)}
      </td>
      <td className="number">{share(weighted)}</td>
      <td className="number">{share(net.coverage)}</td>
    </tr>
  );
}
