import type { Draft, Seen } from '#api/uploads.ts';
import { StageKind } from '#model/kinds.ts';
import { Card } from '../../parts/card.tsx';
import { useWords } from '../../workspace.ts';
import type { Change } from './use-draft.ts';
import { kindWords } from './words.ts';

type Props = { readonly seen: Seen; readonly draft: Draft; readonly change: Change };

/** Whether an item in a state waits, is worked on, or is over: without it, its time counts as unmapped. */
export function States({ seen, draft: { states, columns }, change }: Props) {
  const words = useWords();
  const open = states.filter(({ kind }) => kind === null).length;
  const column = columns.find(({ means }) => means.includes('state'))?.column;
  const rowsOf = (state: string): number | undefined =>
    seen.columns.find((each) => each.column === column)?.values.find(({ value }) => value === state)?.rows;
  return (
    <Card
      title="States"
      says={open === 0 ? 'each has a kind' : `${words.count(open)} without a kind: their time counts as unmapped`}
    >
      <table className="mapping-table">
        <thead>
          <tr>
            <th scope="col">state</th>
            <th scope="col" className="number">
              rows looked at
            </th>
            <th scope="col">an item in it</th>
          </tr>
        </thead>
        <tbody>
          {states.map(({ state, kind, byPattern }) => (
            <tr key={state}>
              <th scope="row">{state}</th>
              <td className="number">{rowsOf(state) === undefined ? '–' : words.count(rowsOf(state) ?? 0)}</td>
              <td>
                <select
                  aria-label={`An item in ${state}`}
                  value={kind ?? ''}
                  className={kind === null ? 'unsaid' : ''}
                  onChange={({ target }) =>
                    change({
                      edits: [{ what: 'state', state, kind: StageKind.nullable().parse(target.value || null) }],
                    })
                  }
                >
                  <option value="">is not said</option>
                  {StageKind.options.map((each) => (
                    <option key={each} value={each}>
                      {kindWords[each]}
                    </option>
                  ))}
                </select>
                {byPattern && <span className="small muted"> by a pattern in the text beside</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
