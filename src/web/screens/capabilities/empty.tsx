import { EmptyState } from '../../parts/states.tsx';
import { BringInRecords, ToPage } from '../../parts/to-record.tsx';

/** Before there are capabilities: what the page answers, and what it needs. */
export function EmptyCapabilities() {
  return (
    <EmptyState title="There are no capabilities yet">
      <p>
        This page shows what the organisation must be able to do, which of it the goals depend on, how able it is, and
        whether money goes where that is not enough.
      </p>
      <p>
        It needs <ToPage kind="capability">capabilities</ToPage>; then <ToPage kind="goal">goals</ToPage> with weights,{' '}
        <ToPage kind="goal-capability">how much they depend on each</ToPage>, and{' '}
        <ToPage kind="maturity-assessment">assessments of their maturity</ToPage>.
      </p>
      <BringInRecords />
    </EmptyState>
  );
}
