import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { showTrace } from '#api/value.ts';
import { valueTrace } from '#charts/value-trace.ts';
import { type CsvColumn, csvOf } from '../../csv.ts';
import { fullMoney, useAt, useUnit } from '../../money.ts';
import { Asked } from '../../parts/asked.tsx';
import { EvidenceChoice } from '../../parts/basis-choice.tsx';
import { Card } from '../../parts/card.tsx';
import { CsvButton } from '../../parts/csv-button.tsx';
import { Figure } from '../../parts/figure.tsx';
import { FirstRows } from '../../parts/first-rows.tsx';
import { Picture } from '../../parts/picture.tsx';
import { Scrolled } from '../../parts/scrolled.tsx';
import { ToOwnPage } from '../../parts/to-own-page.tsx';
import { type Traced, theRecordsThrough } from '../../queries.ts';
import { benefitId, valueId } from '../../value-names.ts';
import { useView, type View } from '../../view.ts';
import { pictureOf } from '../value/traced.ts';
import { type WayRow, waysOf } from './ways.ts';

type Trace = z.output<typeof showTrace.answer>;
type Props = { readonly of: string; readonly traced: Extract<Traced, 'realised' | 'planned'> };

/** The benefit back to the money that led there: what each way is held to have contributed, on what evidence, and what it cost. */
export function BackToMoney({ of, traced }: Props) {
  const at = useAt();
  const through = { kind: 'benefit' as const, key: of };
  const effect = useQuery(theRecordsThrough(traced, through, at));
  const cost = useQuery(theRecordsThrough('spend', through, at));
  return (
    <Asked query={effect} what="Following the benefit back">
      {(back) => (
        <Asked query={cost} what="Adding up what it cost">
          {(money) => <Shown of={of} traced={traced} back={back} money={money} />}
        </Asked>
      )}
    </Asked>
  );
}

type ShownProps = Props & { readonly back: Trace; readonly money: Trace };

function Shown({ of, traced, back, money }: ShownProps) {
  const { period } = useView();
  const unit = useUnit(money.traces.map((each) => each.unit));
  const [effect] = back.traces;
  const cost = money.traces.find((each) => each.unit === unit);
  const rows = waysOf(effect, cost, of);
  return (
    <Card title="Back to the money">
      {effect ? (
        <Picture
          chart={valueTrace}
          data={pictureOf(effect, period ?? 'all of the records', 'backward')}
          of={{ id: benefitId(of) }}
        >
          <EvidenceChoice />
        </Picture>
      ) : (
        <>
          <EvidenceChoice />
          <p className="muted">There is nothing to follow back: {back.missing}.</p>
        </>
      )}
      {cost === undefined && <p className="muted">No money is known to have led to it: {money.missing}.</p>}
      {rows.length > 0 && <Ways of={of} rows={rows} traced={traced} effectUnit={effect?.unit ?? ''} costUnit={unit} />}
    </Card>
  );
}

type WaysProps = Props & {
  readonly rows: readonly WayRow[];
  readonly effectUnit: string;
  readonly costUnit: string;
};

function Ways({ of, rows, traced, effectUnit, costUnit }: WaysProps) {
  const effectHead = `${traced === 'planned' ? 'of the plan' : 'of what came'}, ${effectUnit}`;
  const costHead = `cost that came this way, ${costUnit}`;
  return (
    <>
      <Scrolled label="By way">
        <FirstRows rows={rows}>
          {(shown) => (
            <table className="rows full">
              <thead>
                <tr>
                  <th scope="col">by way of</th>
                  <th scope="col">kind</th>
                  <th scope="col" className="number">
                    {effectHead}
                  </th>
                  <th scope="col">grades to there</th>
                  <th scope="col" className="number">
                    {costHead}
                  </th>
                  <th scope="col">grades from there</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((row) => (
                  <Row key={`${row.kind} ${row.key}`} row={row} traced={traced} />
                ))}
              </tbody>
            </table>
          )}
        </FirstRows>
      </Scrolled>
      <div className="buttons">
        <CsvButton name={`ways-to-${of}`} text={() => csvOf(columnsIn(effectHead, costHead), rows)} />
      </div>
    </>
  );
}

const columnsIn = (effect: string, cost: string): readonly CsvColumn<WayRow>[] => [
  ['kind', (row) => row.kind],
  ['key', (row) => row.key],
  ['name', (row) => row.name],
  [effect, (row) => row.effect?.amount],
  ['grades to there', (row) => row.effect?.grades],
  [cost, (row) => row.cost?.amount],
  ['grades from there', (row) => row.cost?.grades],
];

function Row({ row: { kind, key, name, effect, cost }, traced }: { readonly row: WayRow } & Pick<Props, 'traced'>) {
  const id = valueId(kind, key);
  return (
    <tr>
      <th scope="row">
        <ToOwnPage of={{ kind, key }}>{name}</ToOwnPage>
      </th>
      <td>{kind === 'investment' ? 'line of funding' : kind}</td>
      <td className="number">
        {effect === null ? (
          '–'
        ) : (
          <Link
            to="/value"
            search={(before: View) => ({ ...before, by: traced, open: id })}
            className="figure"
            data-figure={id}
          >
            {fullMoney(effect.amount)}
          </Link>
        )}
      </td>
      <td>{effect?.grades ?? '–'}</td>
      <td className="number">{cost === null ? '–' : <Figure of={{ id }}>{fullMoney(cost.amount)}</Figure>}</td>
      <td>{cost?.grades ?? '–'}</td>
    </tr>
  );
}
