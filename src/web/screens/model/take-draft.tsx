import { importModel } from '#api/changes.ts';
import { discoverModel } from '#api/discovery.ts';
import { ask } from '../../ask.ts';
import { useChange, useView } from '../../view.ts';
import { Refusal, useProposal } from './proposal.tsx';

/** Takes what the evidence shows as a draft design, beside whatever else there is. */
export function TakeDraft() {
  const { asOf } = useView();
  const change = useChange();
  const { propose, layer, busy, refusal } = useProposal();
  const take = (): Promise<void> =>
    propose({
      title: 'Take the draft of the evidence',
      does: 'Take the draft',
      done: 'The draft stands as a design of its own.',
      usual: 'drafted from the evidence',
      make: async (asked) => {
        const { draft } = await ask(discoverModel, { asOf });
        return ask(importModel, { ...asked, text: draft });
      },
      after: () => change({ design: 'discovered', tab: 'structure' }),
    });
  return (
    <>
      <p>
        <button type="button" className="primary" disabled={busy} onClick={() => void take()}>
          {busy ? 'Looking at the evidence …' : 'Show what a draft would hold'}
        </button>
      </p>
      <Refusal error={refusal} />
      {layer}
    </>
  );
}
