import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BenefitRow } from '#api/benefits.ts';
import { type CsvColumn, csvOf } from '../../csv.ts';
import { isFound } from '../../found.ts';
import { Card } from '../../parts/card.tsx';
import { useChosenRows } from '../../parts/chosen-rows.ts';
import { CsvButton } from '../../parts/csv-button.tsx';
import { Figure } from '../../parts/figure.tsx';
import { Finder } from '../../parts/finder.tsx';
import { FirstRows, mostDrawn } from '../../parts/first-rows.tsx';
import { AllChoice, RowChoice } from '../../parts/row-choice.tsx';
import { Scrolled } from '../../parts/scrolled.tsx';
import { theRecords } from '../../queries.ts';
import { roleNameIn } from '../../role-name.ts';
import { benefitId, benefitsFigure } from '../../value-names.ts';
import { useView, type View } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import { BulkEdit } from '../model/bulk-edit.tsx';
import { mostRecords } from '../model/records.tsx';
import type { Benefits } from './curve.ts';
import { standingWord } from './standing-word.ts';

/** Every benefit in a row, the first ones until all are asked for; a finder looks through all of them. */
export function Register({ answer: { benefits, roles } }: { readonly answer: Pick<Benefits, 'benefits' | 'roles'> }) {
  const words = useWords();
  const { find } = useView();
  const roleName = roleNameIn(roles);
  const found = benefits.filter((benefit) => isFound(wordsOf(benefit, roleName), find));
  return (
    <Card title="Register" says={<CsvButton name="benefits" text={() => csvOf(columns, benefits)} />}>
      {benefits.length > mostDrawn && (
        <div className="filters">
          <Finder among="all benefits" />
          <span className="muted small" role="status" data-figure={benefitsFigure}>
            {find === undefined
              ? words.counted(benefits.length, 'benefit')
              : `${words.count(found.length)} of ${words.counted(benefits.length, 'benefit')} found`}
          </span>
        </div>
      )}
      <Scrolled label="Register of benefits">
        <FirstRows rows={found}>{(shown) => <Table benefits={shown} roleName={roleName} />}</FirstRows>
      </Scrolled>
    </Card>
  );
}

type RoleName = (key: string) => string;

/** All that a row says in words. */
const wordsOf = (benefit: BenefitRow, roleName: RoleName): string => {
  const { key, name, kind, businessOwner, unit, disbenefit } = benefit;
  return [
    key,
    name,
    kind,
    ...(businessOwner === null ? ['nobody'] : [businessOwner, roleName(businessOwner)]),
    unit,
    disbenefit ? 'disbenefit' : '',
    standingWord(benefit).text,
  ].join(' ');
};

/** Those rows that are chosen are changed together. From one checkbox arrows lead to the next. */
function Table({ benefits, roleName }: { readonly benefits: readonly BenefitRow[]; readonly roleName: RoleName }) {
  const { asOf } = useView();
  const shown = benefits.map(({ key }) => key);
  const rows = useChosenRows(shown);
  const records = useQuery({
    ...theRecords({ kinds: ['benefit'], asOf, limit: mostRecords }),
    enabled: rows.chosen.size > 0,
  });
  const chosen = records.data?.records.filter(({ key }) => rows.chosen.has(key)) ?? [];
  const isEditable = asOf === undefined;
  return (
    <>
      {chosen.length > 0 && <BulkEdit kind="benefit" chosen={chosen} onDone={() => rows.choose(shown, false)} />}
      <table className="rows full">
        <thead>
          <tr>
            {isEditable && <AllChoice shown={shown} rows={rows} />}
            <th scope="col">benefit</th>
            <th scope="col">kind</th>
            <th scope="col">business owner</th>
            <th scope="col">in</th>
            <th scope="col" className="number">
              planned
            </th>
            <th scope="col" className="number">
              realised
            </th>
            <th scope="col" className="number">
              of plan to date
            </th>
            <th scope="col">grade</th>
            <th scope="col">stands</th>
            <th scope="col">next measured</th>
          </tr>
        </thead>
        <tbody onKeyDown={rows.onKey}>
          {benefits.map((benefit) => (
            <Row key={benefit.key} benefit={benefit} roleName={roleName}>
              {isEditable && <RowChoice of={benefit.key} name={benefit.name} rows={rows} />}
            </Row>
          ))}
        </tbody>
      </table>
    </>
  );
}

type RowProps = { readonly benefit: BenefitRow; readonly roleName: RoleName; readonly children: React.ReactNode };

function Row({ benefit, roleName, children }: RowProps) {
  const words = useWords();
  const { key, name, kind, disbenefit, businessOwner, unit, realisation, wholeLife, grade, next } = benefit;
  const standing = standingWord(benefit);
  const of = { id: benefitId(key) };
  const amount = (value: string | null): string => (value === null ? '–' : words.figure(Number(value), unit));
  return (
    <tr data-figure={of.id}>
      {children}
      <th scope="row">
        <Link to={`/benefits/${key}`} search={(before: View) => before} className="record-link">
          {name}
        </Link>
        {disbenefit && <span className="tag">disbenefit</span>}
      </th>
      <td>{kind}</td>
      <td>{businessOwner === null ? <span className="status bad">nobody</span> : roleName(businessOwner)}</td>
      <td>{unit}</td>
      <td className="number">
        <Figure of={of}>{amount(wholeLife ?? realisation.planned)}</Figure>
      </td>
      <td className="number">
        <Figure of={of}>{amount(realisation.realised ?? realisation.unplanned)}</Figure>
      </td>
      <td className="number">
        <Figure of={of}>{realisation.toDate === null ? '–' : words.figure(realisation.toDate, 'share')}</Figure>
      </td>
      <td>{grade ?? '–'}</td>
      <td>
        <span className={`status ${standing.look}`}>{standing.text}</span>
      </td>
      <td>{next === null ? '–' : `${next.period}, by ${words.day(next.by)}`}</td>
    </tr>
  );
}

const columns: readonly CsvColumn<BenefitRow>[] = [
  ['key', ({ key }) => key],
  ['name', ({ name }) => name],
  ['kind', ({ kind }) => kind],
  ['disbenefit', ({ disbenefit }) => disbenefit],
  ['business owner', ({ businessOwner }) => businessOwner],
  ['unit', ({ unit }) => unit],
  ['planned', ({ realisation }) => realisation.planned],
  ['whole life, no series', ({ wholeLife }) => wholeLife],
  ['planned to date', ({ realisation }) => realisation.plannedToDate],
  ['realised', ({ realisation }) => realisation.realised ?? realisation.unplanned],
  ['rate to date', ({ realisation }) => realisation.toDate],
  ['measured', ({ realisation }) => realisation.coverage],
  ['grade', ({ grade }) => grade],
  ['shortfall', ({ shortfall }) => shortfall?.amount],
  ['next period', ({ next }) => next?.period],
  ['next by', ({ next }) => next?.by],
];
