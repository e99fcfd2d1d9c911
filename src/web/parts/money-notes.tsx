import type { z } from 'zod';
import type { Rates, showAllocation, showTrace } from '#api/value.ts';
import { withoutRate } from '#api/without-rate.ts';
import { fullMoney, isUnitChoice, together } from '../money.ts';
import { useChange } from '../view.ts';
import { useWords, useWorkspace } from '../workspace.ts';
import { ToPage, ToRecordPage } from './to-record.tsx';

type UnitProps = {
  /** Those in which there is money to look at, by itself. */
  readonly units: readonly string[];
  readonly chosen: string;
  /** By which rates all of it was brought together, where it was. */
  readonly rates: Rates | null;
};

/** Amounts of several currencies are never added up as they are: one of them is looked at, or all by the rates on record. */
export function UnitChoice({ units, chosen, rates }: UnitProps) {
  const change = useChange();
  const { currency } = useWorkspace();
  const shown = rates?.currencies ?? units;
  if (!isUnitChoice(shown, currency)) return null;
  return (
    <fieldset className="choices filters">
      <legend className="unseen">Currency</legend>
      <button type="button" aria-pressed={rates !== null} onClick={() => change({ unit: together })}>
        All in {currency}
      </button>
      {shown.map((unit) => (
        <button
          key={unit}
          type="button"
          aria-pressed={rates === null && unit === chosen}
          onClick={() => change({ unit })}
        >
          {unit}
        </button>
      ))}
      <span className="muted small">
        {rates === null
          ? 'What is not in one currency is added up by rates only.'
          : 'Each amount by the rate that held on its day.'}
      </span>
    </fieldset>
  );
}

/** By which rates money was brought together, each with its day, and what has no rate and so is in no figure. */
export function RateNotes({ rates }: { readonly rates: Rates | null }) {
  const words = useWords();
  if (rates === null) return null;
  return (
    <ul className="plain-list lines muted small" aria-label="Rates">
      {rates.used.map(({ key, from, to, rate, validFrom, n, amount, converted }) => (
        <li key={key} data-stated={`exchange-rate:${key}`}>
          {fullMoney(amount)} {to === rates.currency ? from : to} ({words.counted(n, 'amount')}) are{' '}
          {fullMoney(converted)} {rates.currency}, by{' '}
          <ToRecordPage of={{ kind: 'exchange-rate', key }}>
            {from} to {to} at {rate} from {validFrom} on
          </ToRecordPage>
        </li>
      ))}
      {withoutRate(rates).map(({ kind, key, currency, n, amount, from, until }) => (
        <li key={`${kind} ${key} ${currency}`} data-stated={`${kind}:${key}`}>
          <span className="status warn">In no figure:</span> {fullMoney(amount)} {currency} of{' '}
          {key ?? 'no line of funding'} ({words.counted(n, 'amount')}, {from === until ? from : `${from} to ${until}`}):
          no rate from {currency} to {rates.currency} on {n === 1 ? 'that day' : 'those days'}.
        </li>
      ))}
    </ul>
  );
}

type Told = Pick<z.output<typeof showTrace.answer>, 'leftOut' | 'notices'> &
  Partial<Pick<z.output<typeof showAllocation.answer>, 'outside' | 'kind'>>;

/** What is in no figure, and why; and where files and store do not say the same. */
export function MoneyNotes({ told: { leftOut, notices, outside, kind } }: { readonly told: Told }) {
  const words = useWords();
  const isOutside = outside !== undefined && outside.n > 0;
  if (leftOut.length === 0 && notices.length === 0 && !isOutside) return null;
  return (
    <div role="status">
      <ul className="notices">
        {leftOut.map(({ investment, on, amount }) => (
          <li key={`${investment} ${on} ${amount.amount}`} data-stated={`investment:${investment}`}>
            A budget of {fullMoney(amount.amount)} {amount.currency} from {on} is left out: its period lies only partly
            in the days that are looked at. <ToPage kind="investment">Lines of funding</ToPage>
          </li>
        ))}
        {isOutside && (
          <li data-stated="planning-periods">
            {outside.amounts.map(({ amount, currency }) => `${fullMoney(amount)} ${currency}`).join(' and ')} (
            {words.counted(outside.n, 'amount')}) lies in no {kind} on record, and so in nothing that is shown here.{' '}
            <ToPage kind="planning-period">Planning periods</ToPage>
          </li>
        )}
        {notices.map((notice) => (
          <li key={notice}>
            <code>{notice}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
