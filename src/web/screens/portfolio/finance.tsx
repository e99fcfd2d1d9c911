import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { FinanceFigure, showFinance } from '#api/finance.ts';
import type { Words } from '#charts/drawing/numbers.ts';
import { basisNames, discountText, figureNames, financeText, pricesText, timingNames } from '../../finance-words.ts';
import { Asked } from '../../parts/asked.tsx';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { Scrolled } from '../../parts/scrolled.tsx';
import { theFinance } from '../../queries.ts';
import { financeId } from '../../value-names.ts';
import { useView } from '../../view.ts';
import { useWords } from '../../workspace.ts';

type Answer = z.output<typeof showFinance.answer>;

/** Whether it pays: by plan, as it looks now, and by what came so far. Each figure opens to its working, line by line. */
export function Finance({ of }: { readonly of: string }) {
  const query = useQuery(theFinance('initiative', of, useView().asOf));
  return (
    <Card title="Does it pay?">
      <Asked query={query} what="Adding up its accounts">
        {(answer) => <Accounts answer={answer} />}
      </Asked>
    </Card>
  );
}

function Accounts({ answer }: { readonly answer: Answer }) {
  const { accounts, currency, key, discount, prices, priceYear } = answer;
  const words = useWords();
  const [first] = accounts;
  const told = (first?.figures ?? []).flatMap((figure, place) =>
    accounts.some(({ figures }) => (figures[place]?.value ?? null) !== null) ? [{ figure, place }] : [],
  );
  if (told.length === 0) {
    const isLeftOut = accounts.some(({ leftOut }) => leftOut.length > 0);
    if (!isLeftOut) return <p className="muted">No money is tied to it.</p>;
    return (
      <>
        <p>
          <Figure of={{ id: financeId(first?.basis ?? 'plan', key) }}>
            Nothing of what is tied to it can be counted.
          </Figure>
        </p>
        <Missing accounts={accounts} />
      </>
    );
  }
  return (
    <>
      <p className="muted small" data-stated="settings">
        In {currency}. {discountText(words, discount)} {pricesText(prices, priceYear)}
      </p>
      <Scrolled label="Does it pay?">
        <table className="rows full">
          <thead>
            <tr>
              <th scope="col">figure</th>
              {accounts.map(({ basis }) => (
                <th key={basis} scope="col" className="number">
                  {basisNames[basis]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {told.map(({ figure: { figure, timing }, place }) => (
              <tr key={`${figure} ${timing}`}>
                <th scope="row">
                  {figureNames[figure]}
                  {timing !== null && <span className="muted"> {timingNames[timing]}</span>}
                </th>
                {accounts.map(({ basis, figures }) => (
                  <td key={basis} className="number">
                    <One figure={figures[place]} opens={financeId(basis, key)} currency={currency} words={words} />
                  </td>
                ))}
              </tr>
            ))}
            {stands.map(({ what, told: tell }) => (
              <tr key={what} className="muted">
                <th scope="row">{what}</th>
                {accounts.map((account) => (
                  <td key={account.basis} className="number">
                    <Figure of={{ id: financeId(account.basis, key) }}>{tell(account, words)}</Figure>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      <Missing accounts={accounts} />
    </>
  );
}

/** Why there are no more figures. */
function Missing({ accounts }: Pick<Answer, 'accounts'>) {
  return (
    <ul className="plain-list lines muted small">
      {accounts.flatMap(({ basis, figures }) =>
        [...new Set(figures.flatMap(({ missing }) => missing ?? []))].map((missing) => (
          <li key={`${basis} ${missing}`} data-stated="finance">
            {basisNames[basis]}: {missing}.
          </li>
        )),
      )}
    </ul>
  );
}

type Account = Answer['accounts'][number];

/** What the figures of an account stand on. A ledger is complete, so none of them has an interval. */
const stands: readonly { readonly what: string; readonly told: (account: Account, words: Words) => string }[] = [
  { what: 'amounts on record, complete', told: ({ n }, words) => words.count(n) },
  {
    what: 'of what is tied to it, counted',
    told: ({ coverage }, words) => (coverage === null ? '–' : words.figure(coverage, 'share')),
  },
  { what: 'grade', told: ({ grade }) => grade ?? '–' },
];

type OneProps = {
  readonly figure: FinanceFigure | undefined;
  readonly opens: string;
  readonly currency: string;
  readonly words: Words;
};

function One({ figure, opens, currency, words }: OneProps) {
  if (!figure || figure.value === null) return '–';
  return <Figure of={{ id: opens }}>{financeText(words, figure, currency)}</Figure>;
}
