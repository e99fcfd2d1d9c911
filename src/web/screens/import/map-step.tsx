import type { Draft, Seen } from '#api/uploads.ts';
import { Columns } from './columns.tsx';
import { MappingText } from './mapping-text.tsx';
import { States } from './states.tsx';
import { Times } from './times.tsx';
import type { Change } from './use-draft.ts';

type Props = { readonly seen: Seen; readonly draft: Draft; readonly change: Change };

/** What the columns and the states mean, as a form and as the text of the mapping: each changes the other. */
export function MapStep({ seen, draft, change }: Props) {
  return (
    <div className="two map">
      <div className="stack">
        <Columns seen={seen} draft={draft} change={change} />
        <Times draft={draft} change={change} />
        {draft.states.length > 0 && <States seen={seen} draft={draft} change={change} />}
      </div>
      <MappingText draft={draft} change={change} />
    </div>
  );
}
