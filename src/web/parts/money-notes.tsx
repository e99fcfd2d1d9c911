import type { z } from 'zod';
import type { showAllocation, showTrace } from '#api/value.ts';
import { fullMoney } from '../money.ts';
import { useChange } from '../view.ts';
import { useWords } from '../workspace.ts';
import { ToPage } from './to-record.tsx';

type UnitProps = { readonly units: readonly string[]; readonly chosen: string };

/** Amounts of several currencies are never added up: one of them is looked at. */
export function UnitChoice({ units, chosen }: UnitProps) {
  const change = useChange();
  if (units.length < 2) return null;
  return (
    <fieldset className="choices filters">
      <legend className="unseen">Currency</legend>
      {units.map((unit) => (
        <button key={unit} type="button" aria-pressed={unit === chosen} onClick={() => change({ unit })}>
          {unit}
        </button>
      ))}
      <span className="muted small">Several currencies are on record; they are never added up.</span>
    </fieldset>
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
