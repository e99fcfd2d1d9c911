import { EmptyState } from '../../parts/states.tsx';
import { BringInRecords, ToPage } from '../../parts/to-record.tsx';

/** Before any money is linked: what the page answers, and what it needs. */
export function EmptyValue() {
  return (
    <EmptyState title="There is no money to follow yet">
      <p>
        The trace shows what money became: which initiatives it paid for, which capabilities they built, which outcomes
        changed, and what the business has of it. Whatever goes no further is shown with its amount and the reason.
      </p>
      <p>
        It needs <strong>lines of funding with their spend</strong> and the <strong>links of the value chain</strong>:{' '}
        <ToPage kind="investment">investments</ToPage>, <ToPage kind="initiative">initiatives</ToPage>,{' '}
        <ToPage kind="outcome">outcomes</ToPage>, <ToPage kind="benefit">benefits</ToPage> and{' '}
        <ToPage kind="chain-link">chain links</ToPage>, in the model files or on the pages of their kinds.
      </p>
      <BringInRecords />
    </EmptyState>
  );
}
