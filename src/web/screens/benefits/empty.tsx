import { EmptyState } from '../../parts/states.tsx';
import { BringInRecords, ToFiles, ToPage } from '../../parts/to-record.tsx';

/** Before there is a benefit: what the page answers, and what it needs. */
export function EmptyBenefits() {
  return (
    <EmptyState title="No benefit is promised yet">
      <p>
        The register holds what was promised to the business, period by period, what came of it and who signed that off,
        what is expected now, and what is due to be measured, also long after the work has ended.
      </p>
      <p>
        It needs <ToPage kind="benefit">benefits</ToPage> with a business owner and a plan. A spreadsheet of them can be
        dropped on <ToFiles />.
      </p>
      <BringInRecords />
    </EmptyState>
  );
}
