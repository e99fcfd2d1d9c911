import type { ChosenRows } from './chosen-rows.ts';

type Props = { readonly of: string; readonly name: string; readonly rows: ChosenRows };

/** The checkbox at the head of a row. */
export function RowChoice({ of, name, rows: { chosen, choose } }: Props) {
  return (
    <td className="row-choice">
      <label>
        <span className="unseen">Choose {name}</span>
        <input
          type="checkbox"
          value={of}
          checked={chosen.has(of)}
          onChange={({ target }) => choose([of], target.checked)}
        />
      </label>
    </td>
  );
}

type AllProps = { readonly shown: readonly string[]; readonly rows: ChosenRows };

/** The checkbox at the head of the table: all rows or none. */
export function AllChoice({ shown, rows: { chosen, choose } }: AllProps) {
  return (
    <th scope="col" className="row-choice">
      <label>
        <span className="unseen">Choose all that are shown</span>
        <input
          type="checkbox"
          ref={(box) => {
            if (box) box.indeterminate = chosen.size > 0 && chosen.size < shown.length;
          }}
          checked={shown.length > 0 && chosen.size === shown.length}
          onChange={({ target }) => choose(shown, target.checked)}
        />
      </label>
    </th>
  );
}
