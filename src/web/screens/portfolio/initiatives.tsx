import { Link } from '@tanstack/react-router';
import { type CsvColumn, csvOf } from '../../csv.ts';
import { Card } from '../../parts/card.tsx';
import { CsvButton } from '../../parts/csv-button.tsx';
import { Figure } from '../../parts/figure.tsx';
import { FirstRows } from '../../parts/first-rows.tsx';
import { Scrolled } from '../../parts/scrolled.tsx';
import { ToPage } from '../../parts/to-record.tsx';
import { valueId } from '../../value-names.ts';
import type { View } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import { type Allocation, type Funded, fundedOf } from './allocation.ts';

type Props = { readonly allocation: Allocation; readonly unit: string };

/** Every initiative that takes money, by its agreed rank, with what it takes. */
export function Initiatives({ allocation, unit }: Props) {
  const funded = fundedOf(allocation, unit);
  return (
    <Card
      title="Initiatives by their agreed rank"
      says={
        <>
          Several at once are edited under <ToPage kind="initiative">initiatives</ToPage> and{' '}
          <ToPage kind="investment">lines of funding</ToPage>{' '}
          <CsvButton name="initiatives" text={() => csvOf(columnsIn(unit), funded)} />
        </>
      }
    >
      {funded.length === 0 && <p className="muted">No money comes to any initiative.</p>}
      <Scrolled label="Initiatives by their agreed rank">
        <FirstRows rows={funded}>
          {(shown) => (
            <table className="rows full">
              <thead>
                <tr>
                  <th scope="col">initiative</th>
                  <th scope="col" className="number">
                    rank
                  </th>
                  <th scope="col" className="number">
                    money, {unit}
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map((each) => (
                  <Row key={each.key} initiative={each} />
                ))}
              </tbody>
            </table>
          )}
        </FirstRows>
      </Scrolled>
    </Card>
  );
}

function Row({ initiative: { key, name, rank, amount } }: { readonly initiative: Funded }) {
  const words = useWords();
  const of = { id: valueId('initiative', key) };
  return (
    <tr>
      <th scope="row">
        <Link to={`/portfolio/${key}`} search={(before: View) => before} className="record-link">
          {name}
        </Link>
      </th>
      <td className="number" data-stated="priority-list">
        {rank === null ? '–' : words.count(rank)}
      </td>
      <td className="number">
        <Figure of={of}>
          {amount.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
        </Figure>
      </td>
    </tr>
  );
}

const columnsIn = (unit: string): readonly CsvColumn<Funded>[] => [
  ['key', ({ key }) => key],
  ['name', ({ name }) => name],
  ['rank', ({ rank }) => rank],
  [`money (${unit})`, ({ amount }) => amount.toFixed(2)],
];
