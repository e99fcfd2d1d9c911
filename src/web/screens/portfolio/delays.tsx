import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Delay, listDelays } from '#api/finance.ts';
import { type CsvColumn, csvOf } from '../../csv.ts';
import { fullMoney } from '../../money.ts';
import { Asked } from '../../parts/asked.tsx';
import { Card } from '../../parts/card.tsx';
import { CsvButton } from '../../parts/csv-button.tsx';
import { Figure } from '../../parts/figure.tsx';
import { FirstRows } from '../../parts/first-rows.tsx';
import { Scrolled } from '../../parts/scrolled.tsx';
import { ToOwnPage } from '../../parts/to-own-page.tsx';
import { theDelays } from '../../queries.ts';
import { delayId } from '../../value-names.ts';
import { useView } from '../../view.ts';
import { useWords } from '../../workspace.ts';

type Answer = z.output<typeof listDelays.answer>;

/** Every initiative that is not over by what its delay costs: what loses most for each month of work goes first. */
export function Delays() {
  const query = useQuery(theDelays(useView().asOf));
  return (
    <Asked query={query} what="Working out what waiting costs">
      {(answer) => <Shown answer={answer} />}
    </Asked>
  );
}

function Shown({ answer: { delays, currency, over } }: { readonly answer: Answer }) {
  const words = useWords();
  const told = delays.filter(({ perMonth }) => perMonth.value !== null);
  const reasons = [...Map.groupBy(delays, ({ perMonth }) => perMonth.missing)];
  return (
    <Card
      title="What waiting costs"
      says={
        <>
          What delay saves is negative; nothing is discounted{' '}
          <CsvButton name="delays" text={() => csvOf(columnsIn(currency), delays)} />
        </>
      }
    >
      {told.length === 0 && <p className="muted">Of no initiative it can be told.</p>}
      {told.length > 0 && (
        <Scrolled label="What waiting costs">
          <FirstRows rows={told}>
            {(shown) => (
              <table className="rows full">
                <thead>
                  <tr>
                    <th scope="col">initiative</th>
                    <th scope="col">profile</th>
                    <th scope="col" className="number">
                      first month, {currency}
                    </th>
                    <th scope="col" className="number">
                      still to gain
                    </th>
                    <th scope="col" className="number">
                      still to spend
                    </th>
                    <th scope="col" className="number">
                      months left
                    </th>
                    <th scope="col" className="number">
                      per month of work
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((delay) => (
                    <Row key={delay.key} delay={delay} />
                  ))}
                </tbody>
              </table>
            )}
          </FirstRows>
        </Scrolled>
      )}
      <ul className="plain-list lines muted small" data-stated="initiatives">
        {reasons.map(([missing, own]) =>
          missing === null ? null : (
            <li key={missing}>
              {words.counted(own.length, 'initiative')}: {missing}.
            </li>
          ),
        )}
        {over > 0 && <li>{words.counted(over, 'initiative')} over, and not in it.</li>}
      </ul>
    </Card>
  );
}

function Row({ delay }: { readonly delay: Delay }) {
  const words = useWords();
  const { key, name, urgency, isAssumed, isWorthLess, perMonth, gain, cost, months, perMonthOfWork } = delay;
  const of = { id: delayId(key) };
  return (
    <tr data-figure={of.id}>
      <th scope="row">
        <ToOwnPage of={{ kind: 'initiative', key }}>{name}</ToOwnPage>
      </th>
      <td>
        {urgency.profile}
        {isAssumed && <span className="muted"> (assumed)</span>}
        {isWorthLess && <span className="tag">waiting saves</span>}
      </td>
      <td className="number">
        <Figure of={of}>{fullMoney(perMonth.value)}</Figure>
      </td>
      <td className="number">{fullMoney(gain)}</td>
      <td className="number">{fullMoney(cost)}</td>
      <td className="number">{months.value === null ? '–' : words.figure(months.value, 'count')}</td>
      <td className="number">{fullMoney(perMonthOfWork.value)}</td>
    </tr>
  );
}

const columnsIn = (currency: string): readonly CsvColumn<Delay>[] => [
  ['key', ({ key }) => key],
  ['name', ({ name }) => name],
  ['profile', ({ urgency }) => urgency.profile],
  ['assumed', ({ isAssumed }) => isAssumed],
  [`first month (${currency})`, ({ perMonth }) => perMonth.value],
  ['to gain', ({ gain }) => gain],
  ['to spend', ({ cost }) => cost],
  ['months left', ({ months }) => months.value],
  ['per month of work', ({ perMonthOfWork }) => perMonthOfWork.value],
  ['missing', ({ perMonth }) => perMonth.missing],
];
