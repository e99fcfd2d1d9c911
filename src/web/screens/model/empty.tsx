import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../parts/states.tsx';
import { theBeside } from '../../queries.ts';
import { useView } from '../../view.ts';
import { useIsLogged } from '../../workspace.ts';
import { ToAdd } from './links.tsx';
import { TakeDraft } from './take-draft.tsx';

/** No design is stated: what one is, and the shortest way to one. */
export function EmptyModel() {
  const { asOf } = useView();
  const beside = useQuery({ ...theBeside(asOf), enabled: useIsLogged() });
  return (
    <EmptyState title="There is no design of how IT is meant to work yet">
      <p>
        A design says which teams there are and what they answer for, who decides what, which stages work passes, and
        how business and IT meet. Alignment then says where that is not what is done.
      </p>
      {beside.data ? (
        <>
          <p>
            The evidence shows how work goes today. Take that as a <strong>draft</strong>, correct it, and put it in
            force: by its status, on the page of the design, to which the first words above lead.
          </p>
          <TakeDraft />
        </>
      ) : (
        <p>
          With <strong>one log</strong> of how work or approvals went, a draft can be made from the evidence. Without
          one, begin with a team, or paste a design under Files.
        </p>
      )}
      <p>
        <ToAdd kind="team">Add a team</ToAdd>
      </p>
    </EmptyState>
  );
}
