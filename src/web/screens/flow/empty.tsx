import { BringIn } from '../../parts/bring-in.tsx';
import { EmptyState } from '../../parts/states.tsx';

/** Before there is a log: what the page answers, and the one thing it needs. */
export function EmptyFlow() {
  return (
    <EmptyState title="There is no work to follow yet">
      <p>
        Flow shows how work really goes from stage to stage, how long that takes, and where it waits: between which
        stages, in which team, for whom. Every number opens down to the cases, and every case to its way through the
        teams.
      </p>
      <p>
        It needs <strong>one log</strong> of items that change their state: an export of the ticket tool as CSV, or an
        XES file.
      </p>
      <BringIn />
    </EmptyState>
  );
}

/** Where logs name no states, nothing can be drawn from stage to stage. */
export function NoStages() {
  return (
    <section className="state">
      <h2>No log says in which stage items are</h2>
      <p>
        A map needs the state of an item. Name the column that holds it under <code>columns: state</code> in the mapping
        of a log, and what its values mean under <code>states</code>.
      </p>
    </section>
  );
}
