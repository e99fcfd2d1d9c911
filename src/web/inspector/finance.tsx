import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { showFinance } from '#api/finance.ts';
import { basisNames, discountText, figureNames, financeText, pricesText, timingNames } from '../finance-words.ts';
import { fullMoney } from '../money.ts';
import { Asked } from '../parts/asked.tsx';
import { Scrolled } from '../parts/scrolled.tsx';
import { theFinance } from '../queries.ts';
import { useView } from '../view.ts';
import { useWords, useWorkspace } from '../workspace.ts';
import { Again, Section } from './explained.tsx';

type Account = z.output<typeof showFinance.answer>['accounts'][number];

/** The accounts of an initiative by one basis: every figure, and each year as it counts in it. */
export function FinanceAccount({
  of: { basis, key },
}: {
  readonly of: { readonly basis: string; readonly key: string };
}) {
  const words = useWords();
  const { folder } = useWorkspace();
  const query = useQuery(theFinance('initiative', key, useView().asOf));
  return (
    <Asked query={query} what="Adding up the accounts">
      {({ accounts, name, currency, today, prices, priceYear, discount }) => {
        const account = accounts.find((each) => each.basis === basis);
        if (!account) return <p className="state">There is no such account.</p>;
        const { n, coverage, grade } = account;
        return (
          <div className="explained" data-kind="finance">
            <p className="explained-title">{name}</p>
            <p className="muted small">
              {basisNames[account.basis]}, as of {today}. {discountText(words, discount)}{' '}
              {pricesText(prices, priceYear)}
            </p>
            <p className="hero">
              <span className="hero-beside">
                complete: n {words.count(n)}
                {coverage !== null && `, covers ${words.figure(coverage, 'share')}`}
                {grade !== null && `, grade ${grade}`}
              </span>
            </p>
            <Figures account={account} currency={currency} />
            {account.workings.length === 0 && account.years.length > 0 && (
              <Section title={`Year by year, undiscounted, in ${currency}`}>
                <YearByYear lines={account.years} columns={yearly} />
              </Section>
            )}
            {account.workings.map(({ timing, lines }) => (
              <Section key={timing} title={`Worked out ${timingNames[timing]}, in ${currency}`}>
                <YearByYear lines={lines} columns={discounted} />
              </Section>
            ))}
            <Untold account={account} />
            <LeftOut account={account} />
            <Section title="The same again">
              <Again
                command={['value', 'finance', key, '--kind', 'initiative', '--basis', account.basis]}
                folder={folder}
                citable={false}
              />
            </Section>
          </div>
        );
      }}
    </Asked>
  );
}

function Figures({ account: { figures }, currency }: { readonly account: Account; readonly currency: string }) {
  const words = useWords();
  return (
    <dl className="pairs">
      {figures
        .filter(({ value }) => value !== null)
        .map((figure) => (
          <div key={`${figure.figure} ${figure.timing}`}>
            <dt>
              {figureNames[figure.figure]}
              {figure.timing !== null && `, ${timingNames[figure.timing]}`}
            </dt>
            <dd>
              {financeText(words, figure, currency)} <span className="muted small">{figure.note ?? ''}</span>
            </dd>
          </div>
        ))}
    </dl>
  );
}

type Column<Line> = { readonly head: string; readonly cell: (line: Line) => string };

const yearly: readonly Column<Account['years'][number]>[] = [
  { head: 'cost', cell: ({ cost }) => fullMoney(cost) },
  { head: 'benefit', cell: ({ benefit }) => fullMoney(benefit) },
  { head: 'disbenefit', cell: ({ disbenefit }) => fullMoney(disbenefit) },
  { head: 'net', cell: ({ net }) => fullMoney(net) },
];

const discounted: readonly Column<Account['workings'][number]['lines'][number]>[] = [
  ...yearly,
  { head: 't', cell: ({ t }) => String(t) },
  { head: 'factor', cell: ({ factor }) => factor.toFixed(4) },
  { head: 'present value', cell: ({ presentValue }) => fullMoney(presentValue) },
  { head: 'sum so far', cell: ({ cumulative }) => fullMoney(cumulative) },
];

type YearsProps<Line> = { readonly lines: readonly Line[]; readonly columns: readonly Column<Line>[] };

function YearByYear<Line extends { readonly year: string }>({ lines, columns }: YearsProps<Line>) {
  return (
    <Scrolled label="Year by year">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">year</th>
            {columns.map(({ head }) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.year}>
              <th scope="row">{line.year}</th>
              {columns.map(({ head, cell }) => (
                <td key={head} className="number">
                  {cell(line)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

/** Figures that cannot be told, by the reason why. */
function Untold({ account: { figures } }: { readonly account: Account }) {
  const reasons = [...Map.groupBy(figures, ({ missing }) => missing)].flatMap(([missing, own]) =>
    missing === null
      ? []
      : [{ missing, names: [...new Set(own.map(({ figure }) => figureNames[figure].toLowerCase()))] }],
  );
  if (reasons.length === 0) return null;
  return (
    <Section title="Cannot be told">
      <ul className="plain-list lines">
        {reasons.map(({ missing, names }) => (
          <li key={missing}>
            {names.join(', ')}: {missing}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What the chain ties to it and that could not be counted, with the reason why. */
function LeftOut({ account: { leftOut } }: { readonly account: Account }) {
  if (leftOut.length === 0) return null;
  return (
    <Section title="Left out">
      <ul className="plain-list lines">
        {leftOut.map(({ kind, key, why }) => (
          <li key={`${kind} ${key} ${why}`}>
            {kind} <code>{key}</code>: {why}
          </li>
        ))}
      </ul>
    </Section>
  );
}
