import type { Draft, ShownUpload } from '#api/uploads.ts';
import { Card } from '../../parts/card.tsx';
import { TextField } from './text-field.tsx';
import type { Change } from './use-draft.ts';

type Props = { readonly shown: ShownUpload; readonly draft: Draft; readonly change: Change };

/** Whether the file goes on with a source that is there, or is one of its own, and what that is called. */
export function SourceChoice({ shown: { fits }, draft: { furtherOf, source }, change }: Props) {
  return (
    <Card title={fits.length > 0 ? 'Where it belongs' : 'What it is called'}>
      {fits.length > 0 && (
        <fieldset className="options">
          <legend>It has all columns that {fits.map(({ name }) => name).join(' and ')} is read by.</legend>
          {fits.map(({ source: key, name }) => (
            <label key={key}>
              <input
                type="radio"
                name="source"
                checked={furtherOf === key}
                onChange={() => change({ furtherOf: key })}
              />
              A further file of {name}; rows that are known already count once
            </label>
          ))}
          <label>
            <input
              type="radio"
              name="source"
              checked={furtherOf === null}
              onChange={() => change({ furtherOf: null })}
            />
            A source of its own
          </label>
        </fieldset>
      )}
      {furtherOf === null && (
        <div className="field-grid">
          <TextField
            label="Name"
            hint="as people read it"
            value={source.name}
            onChange={(name) => change({ source: { name } })}
          />
          <TextField
            label="Key"
            hint="in figures and commands; it never changes"
            value={source.key}
            onChange={(key) => change({ source: { key } })}
          />
        </div>
      )}
    </Card>
  );
}
