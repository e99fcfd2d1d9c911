import { useState } from 'react';
import { capital } from '../../capital.ts';
import { Layer } from '../../parts/layer.tsx';
import { useWords } from '../../workspace.ts';
import { spoken } from './named.ts';
import { valueText } from './value-text.ts';

/** An edit that met a newer version: what each field was, is by now, and was to be. */
export type Merging = {
  readonly found: number;
  readonly by: string | null;
  readonly at: string | null;
  readonly fields: readonly {
    readonly field: string;
    readonly was: unknown;
    readonly stands: unknown;
    readonly wanted: unknown;
  }[];
  /** The fields of the edit. */
  readonly mine: Readonly<Record<string, unknown>>;
};

type Props = {
  readonly merging: Merging;
  readonly onClose: () => void;
  readonly onMerged: (edit: { readonly fields: Readonly<Record<string, unknown>>; readonly expected: number }) => void;
};

type Taken = 'theirs' | 'mine';

/** Puts what somebody else saved meanwhile beside what was meant, and asks field by field which of them shall hold. */
export function Merge({ merging, onClose, onMerged }: Props) {
  const { fields, mine, by, at, found } = merging;
  const words = useWords();
  const apart = fields.filter(({ field, stands, wanted }) => Object.hasOwn(mine, field) && !alike(stands, wanted));
  const theirs = fields.filter(({ field }) => !Object.hasOwn(mine, field));
  const [taken, setTaken] = useState<Readonly<Record<string, Taken>>>({});
  const chosen = (field: string): Taken => taken[field] ?? 'mine';
  const merge = (): void => {
    const kept = Object.entries(mine).filter(([field]) => chosen(field) === 'mine');
    onMerged({ fields: Object.fromEntries(kept), expected: found });
  };
  return (
    <Layer title="Somebody else changed this record" className="merge" onClose={onClose}>
      <p data-place>
        {by ?? 'Somebody'} saved version {found}
        {at !== null && ` on ${words.instant(Date.parse(at))}`} while you were editing. Nothing of either is lost:
        choose what shall hold.
      </p>
      {apart.map(({ field, was, stands, wanted }) => (
        <fieldset key={field} className="merge-field" data-place>
          <legend>{capital(spoken(field))}</legend>
          <p className="muted small">it was {valueText(was)}</p>
          {(
            [
              { of: 'theirs', says: 'as it stands', value: stands },
              { of: 'mine', says: 'as you wrote', value: wanted },
            ] as const
          ).map(({ of, says, value }) => (
            <label key={of} className="tick">
              <input
                type="radio"
                name={field}
                checked={chosen(field) === of}
                onChange={() => setTaken({ ...taken, [field]: of })}
              />
              <span>
                <span className="muted small">{says}</span> {valueText(value)}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      {theirs.length > 0 && (
        <p className="muted small">
          What you did not touch stays as they saved it: {theirs.map(({ field }) => spoken(field)).join(', ')}.
        </p>
      )}
      <div className="buttons">
        <button type="button" className="primary" data-first onClick={merge}>
          Show what would change
        </button>
        <button type="button" onClick={onClose}>
          Go on editing
        </button>
      </div>
    </Layer>
  );
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
