import { capital } from '../../capital.ts';
import { EmptyState } from '../../parts/states.tsx';
import { BringInRecords, ToPage } from '../../parts/to-record.tsx';

/** Before there is money in the days that are looked at: what the page answers, and what it needs. */
export function EmptyPortfolio({ missing }: { readonly missing: string }) {
  return (
    <EmptyState title="There is no money to look at">
      <p className="muted">{capital(missing)}.</p>
      <p>
        This page shows where money goes: to which capabilities, whether those are the ones that the goals depend on,
        how few initiatives take most of it, and how far what was spent is from what was planned.
      </p>
      <p>
        It needs <strong>lines of funding</strong> with their spend: <ToPage kind="investment">investments</ToPage>,
        which <ToPage kind="chain-link">chain links</ToPage> lead to initiatives and capabilities.
      </p>
      <BringInRecords />
    </EmptyState>
  );
}
