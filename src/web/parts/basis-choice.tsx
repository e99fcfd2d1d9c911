import { useTraced } from '../money.ts';
import { useChange, useView } from '../view.ts';

const bases = {
  spend: 'what was spent',
  budget: 'what may be spent',
  realised: 'benefits that came, back',
  planned: 'benefits planned, back',
} as const;

/** What is traced; it stands in the address. */
export function BasisChoice() {
  const chosen = useTraced();
  const change = useChange();
  return (
    <fieldset className="choices filters">
      <legend className="unseen">What is traced</legend>
      {Object.entries(bases).map(([key, text]) => (
        <button key={key} type="button" aria-pressed={key === chosen} onClick={() => change({ by: key })}>
          {text}
        </button>
      ))}
    </fieldset>
  );
}

/** Whether every link is followed that claims a share, or only those that are measured; it stands in the address. */
export function EvidenceChoice() {
  const { show } = useView();
  const change = useChange();
  const isEvidenced = show === 'evidenced';
  return (
    <fieldset className="choices filters">
      <legend className="unseen">Which links are followed</legend>
      <button type="button" aria-pressed={!isEvidenced} onClick={() => change({ show: undefined })}>
        claimed
      </button>
      <button type="button" aria-pressed={isEvidenced} onClick={() => change({ show: 'evidenced' })}>
        evidenced
      </button>
      <span className="muted small">
        {isEvidenced
          ? 'Only along links that are measured: grades A to C.'
          : 'Along every link that claims a share, whatever its grade.'}
      </span>
    </fieldset>
  );
}
