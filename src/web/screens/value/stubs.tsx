import { type CsvColumn, csvOf } from '../../csv.ts';
import { fullMoney } from '../../money.ts';
import { Card } from '../../parts/card.tsx';
import { CsvButton } from '../../parts/csv-button.tsx';
import { Figure } from '../../parts/figure.tsx';
import { FirstRows } from '../../parts/first-rows.tsx';
import { Scrolled } from '../../parts/scrolled.tsx';
import { valueId, wholeTrace } from '../../value-names.ts';
import { useWords } from '../../workspace.ts';
import { reasonWords } from './reasons.ts';
import { type Coverage, type Stub, stubsOf } from './traced.ts';

type Props = { readonly coverage: Coverage; readonly unit: string };

/** Every place where the chain breaks, with the money that goes no further there. */
export function Stubs({ coverage, unit }: Props) {
  const stubs = stubsOf(coverage, unit);
  if (stubs.length === 0)
    return <p className="muted">No chain breaks: all of it can be followed to a measured benefit.</p>;
  return (
    <Card
      title="Where the chain breaks"
      says={<CsvButton name="value-breaks" text={() => csvOf(columnsIn(unit), stubs)} />}
    >
      <Scrolled label="Where the chain breaks">
        <FirstRows rows={stubs}>
          {(shown) => (
            <table className="rows full">
              <thead>
                <tr>
                  <th scope="col">at</th>
                  <th scope="col">kind</th>
                  <th scope="col">there is</th>
                  <th scope="col">links all the same</th>
                  <th scope="col" className="number">
                    goes no further, {unit}
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map((stub) => (
                  <Row key={`${stub.at?.kind} ${stub.at?.key} ${stub.side} ${stub.reason}`} stub={stub} />
                ))}
              </tbody>
            </table>
          )}
        </FirstRows>
      </Scrolled>
    </Card>
  );
}

function Row({ stub: { at, side, reason, links, unshared, amount } }: { readonly stub: Stub }) {
  const words = useWords();
  const id = at === null ? wholeTrace : valueId(at.kind, at.key);
  return (
    <tr data-figure={id}>
      <th scope="row">
        <Figure of={{ id }}>{at?.name ?? 'money that names no line of funding'}</Figure>
      </th>
      <td>{at?.kind ?? '–'}</td>
      <td>
        {reasonWords[reason]} {side} it
      </td>
      <td>
        {links === 0 ? 'none' : words.counted(links, 'link')}
        {unshared > 0 && `, ${words.count(unshared)} without a share`}
      </td>
      <td className="number">{fullMoney(amount)}</td>
    </tr>
  );
}

const columnsIn = (unit: string): readonly CsvColumn<Stub>[] => [
  ['kind', ({ at }) => at?.kind],
  ['key', ({ at }) => at?.key],
  ['name', ({ at }) => at?.name],
  ['side', ({ side }) => side],
  ['reason', ({ reason }) => reason],
  ['links', ({ links }) => links],
  ['without a share', ({ unshared }) => unshared],
  [`amount (${unit})`, ({ amount }) => amount],
];
