import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { AtGate, showGate } from '#api/finance.ts';
import { type CsvColumn, csvOf } from '../../csv.ts';
import { fullMoney } from '../../money.ts';
import { Asked } from '../../parts/asked.tsx';
import { Card } from '../../parts/card.tsx';
import { CsvButton } from '../../parts/csv-button.tsx';
import { Figure } from '../../parts/figure.tsx';
import { FirstRows } from '../../parts/first-rows.tsx';
import { Scrolled } from '../../parts/scrolled.tsx';
import { ToOwnPage } from '../../parts/to-own-page.tsx';
import { theGate } from '../../queries.ts';
import { gateFigure } from '../../value-names.ts';
import { useView } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import { GateDeed } from './gate-deed.tsx';
import { byUrgency, gateWords } from './gate-words.ts';
import { Granted } from './granted.tsx';

type Answer = z.output<typeof showGate.answer>;

/** No baseline, measure and business owner, no funding: what passes, what lacks which, and what was let through all the same. */
export function Gate() {
  const query = useQuery(theGate(useView().asOf));
  return (
    <Asked query={query} what="Asking for the cases">
      {(answer) => <Shown answer={answer} />}
    </Asked>
  );
}

function Shown({ answer }: { readonly answer: Answer }) {
  const { rows, currency } = answer;
  return (
    <Card
      title="No baseline, measure and business owner, no funding"
      says={<CsvButton name="gate" text={() => csvOf(columnsIn(currency), rows)} />}
    >
      <Counts answer={answer} />
      {rows.length > 0 && (
        <Scrolled label="What asks for money">
          <FirstRows rows={rows.toSorted(byUrgency)}>
            {(shown) => (
              <table className="rows full">
                <thead>
                  <tr>
                    <th scope="col">what</th>
                    <th scope="col">kind</th>
                    <th scope="col">at the gate</th>
                    <th scope="col">lacks</th>
                    <th scope="col" className="number">
                      to cost, {currency}
                    </th>
                    <th scope="col">money first went out</th>
                    <th scope="col" aria-label="what can be done" />
                  </tr>
                </thead>
                <tbody>
                  {shown.map((row) => (
                    <Row key={`${row.kind} ${row.key}`} row={row} today={answer.today} />
                  ))}
                </tbody>
              </table>
            )}
          </FirstRows>
        </Scrolled>
      )}
    </Card>
  );
}

function Counts({ answer: { counts, from, currency, spentWithout, rows } }: { readonly answer: Answer }) {
  const words = useWords();
  const of = { id: gateFigure };
  if (rows.length === 0) return <p className="muted">Nothing asks for money that would have to make a case.</p>;
  return (
    <p>
      <Figure of={of}>
        {words.count(counts.ready)} of {words.count(rows.length)} pass
      </Figure>
      ,{' '}
      <Figure of={of}>
        {words.count(counts.missing)} {counts.missing === 1 ? 'does' : 'do'} not
      </Figure>
      , <Figure of={of}>{words.count(counts.overridden)} let through</Figure>
      {counts.below > 0 && (
        <>
          ,{' '}
          <Figure of={of}>
            {words.count(counts.below)} below {fullMoney(from)} {currency}
          </Figure>
        </>
      )}
      .
      {spentWithout > 0 && (
        <>
          {' '}
          <span className="status bad">Money went out</span> for{' '}
          <Figure of={of}>{words.count(spentWithout)} of those that do not pass</Figure>, and nobody let{' '}
          {spentWithout === 1 ? 'it' : 'them'} through.
        </>
      )}
    </p>
  );
}

function Row({ row, today }: { readonly row: AtGate; readonly today: string }) {
  const words = useWords();
  const { kind, key, name, result, lacks, amount, firstSpentOn, override } = row;
  const stands = gateWords[result];
  return (
    <tr data-stated={`${kind}:${key}`}>
      <th scope="row">
        <ToOwnPage of={{ kind, key }}>{name}</ToOwnPage>
      </th>
      <td>{kind === 'investment' ? 'line of funding' : kind}</td>
      <td>
        <span className={`status ${stands.look}`}>{stands.text}</span>
      </td>
      <td className="long">
        {lacks.length === 0 ? '–' : lacks.map(({ why }) => why).join('; ')}
        {override && (
          <p className="muted small">
            <Granted override={override} />
          </p>
        )}
      </td>
      <td className="number">{amount === null ? '–' : <Figure of={{ id: gateFigure }}>{fullMoney(amount)}</Figure>}</td>
      <td>{firstSpentOn === null ? '–' : words.day(firstSpentOn)}</td>
      <td>
        <GateDeed row={row} today={today} />
      </td>
    </tr>
  );
}

const columnsIn = (currency: string): readonly CsvColumn<AtGate>[] => [
  ['kind', ({ kind }) => kind],
  ['key', ({ key }) => key],
  ['name', ({ name }) => name],
  ['result', ({ result }) => result],
  ['lacks', ({ lacks }) => lacks.map(({ why }) => why).join('; ')],
  [`to cost (${currency})`, ({ amount }) => amount],
  ['first spent', ({ firstSpentOn }) => firstSpentOn],
  ['let through by', ({ override }) => override?.grantedBy],
  ['on', ({ override }) => override?.on],
  ['reason', ({ override }) => override?.reason],
];
