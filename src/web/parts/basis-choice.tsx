import { useBasis } from '../money.ts';
import { useChange } from '../view.ts';

const bases = { spend: 'what was spent', budget: 'what may be spent' } as const;

/** Which money is looked at; it stands in the address. */
export function BasisChoice() {
  const chosen = useBasis();
  const change = useChange();
  return (
    <fieldset className="choices filters">
      <legend className="unseen">Which money</legend>
      {Object.entries(bases).map(([key, text]) => (
        <button key={key} type="button" aria-pressed={key === chosen} onClick={() => change({ by: key })}>
          {text}
        </button>
      ))}
    </fieldset>
  );
}
