import { useState } from 'react';
import type { WorkspaceCard } from '#api/workspace.ts';
import { useWords } from '../workspace.ts';

type Props = {
  readonly workspace: WorkspaceCard;
  readonly asOf: string | undefined;
  readonly onChange: (asOf: string | undefined) => void;
};

/** The instant whose knowledge is shown: the last row, until somebody asks for a day. */
export function AsOf({ workspace, asOf, onChange }: Props) {
  const words = useWords();
  const [asked, setAsked] = useState(asOf !== undefined);
  const latest = workspace.asOf === null ? 'the last row' : words.instant(Date.parse(workspace.asOf));
  if (!asked) {
    return (
      <div className="choice">
        <span>as of</span>
        <button type="button" onClick={() => setAsked(true)} title="Look at what was known on an earlier day">
          {latest}
        </button>
      </div>
    );
  }
  return (
    <div className="choice">
      <label>
        <span>as of</span>
        <input
          type="date"
          // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was just pressed.
          autoFocus={asOf === undefined}
          defaultValue={asOf ?? ''}
          onBlur={({ target }) => target.value !== (asOf ?? '') && onChange(target.value || undefined)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
        />
      </label>
      <button
        type="button"
        onClick={() => {
          setAsked(false);
          if (asOf !== undefined) onChange(undefined);
        }}
      >
        latest
      </button>
    </div>
  );
}
