import type { Draft, Seen } from '#api/uploads.ts';
import { ColumnMeaning, type SeenColumn } from '#model/mapping-edit.ts';
import { Card } from '../../parts/card.tsx';
import { useWords } from '../../workspace.ts';
import type { Change } from './use-draft.ts';
import { meaningWords, ofPeople, sureWords } from './words.ts';

type Props = { readonly seen: Seen; readonly draft: Draft; readonly change: Change };
type DraftColumn = Draft['columns'][number];

/** So many columns are shown at once; of more, those without a meaning are folded away. */
const many = 24;

/** Which column stands for what. */
export function Columns({ seen, draft, change }: Props) {
  const words = useWords();
  const pairs = seen.columns.flatMap((column) => {
    const drafted = draft.columns.find((each) => each.column === column.column);
    return drafted ? [{ column, drafted }] : [];
  });
  const used = pairs.filter(({ drafted }) => drafted.means.length > 0 || drafted.alsoNamed);
  const folds = pairs.length > many;
  const shown = folds ? used : pairs;
  const rest = folds ? pairs.filter((pair) => !used.includes(pair)) : [];
  const isBroken = draft.problems.some(({ path }) => path === '');
  return (
    <Card title="Columns" says={`${words.count(used.length)} of ${words.count(pairs.length)} mean something`}>
      {isBroken && <p className="status bad">The text beside cannot be read; mend it there first.</p>}
      <ColumnTable pairs={shown} change={change} isBroken={isBroken} />
      {rest.length > 0 && (
        <details>
          <summary>{words.counted(rest.length, 'column')} without a meaning</summary>
          <ColumnTable pairs={rest} change={change} isBroken={isBroken} />
        </details>
      )}
    </Card>
  );
}

type TableProps = {
  readonly pairs: readonly { readonly column: SeenColumn; readonly drafted: DraftColumn }[];
  readonly change: Change;
  readonly isBroken: boolean;
};

function ColumnTable({ pairs, change, isBroken }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its place is scrolled by the keyboard too.
    <section className="scrolled" tabIndex={0} aria-label="Columns and what they mean">
      <table className="mapping-table">
        <thead>
          <tr>
            <th scope="col">column</th>
            <th scope="col">what stands in it</th>
            <th scope="col">what it means</th>
            <th scope="col">how sure</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ column, drafted }) => (
            <tr key={column.column}>
              <th scope="row">{column.column}</th>
              <td className="seen">
                <SeenValues column={column} />
              </td>
              <td>
                <MeaningChoice drafted={drafted} change={change} isBroken={isBroken} />
              </td>
              <td className="how-sure">
                <HowSure column={column} drafted={drafted} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const examples = 3;

function SeenValues({ column: { people, values, distinct, filled } }: { readonly column: SeenColumn }) {
  const words = useWords();
  const more = distinct - Math.min(examples, values.length);
  if (distinct === 0) return <span className="muted">nothing</span>;
  return (
    <>
      {people ? (
        <span className="muted">not shown, it may name people</span>
      ) : (
        values.slice(0, examples).map(({ value }) => (
          <span key={value} className="sample-value">
            {value}
          </span>
        ))
      )}
      <span className="muted small">
        {people ? ` ${words.count(distinct)} different` : more > 0 ? ` and ${words.count(more)} more` : ''}
        {filled < 0.995 && `, ${words.figure(filled, 'share')} filled`}
      </span>
    </>
  );
}

type ChoiceProps = { readonly drafted: DraftColumn; readonly change: Change; readonly isBroken: boolean };

/** A column may stand for several things; then that is one more choice, which keeps them. */
function MeaningChoice({ drafted: { column, means }, change, isBroken }: ChoiceProps) {
  const several = means.length > 1 ? means.join('+') : undefined;
  const onChange = (value: string): void => {
    const chosen = value === '' ? [] : value.split('+').map((each) => ColumnMeaning.parse(each));
    void change({ edits: [{ what: 'column', column, means: chosen }] });
  };
  return (
    <select
      aria-label={`What ${column} means`}
      value={several ?? means[0] ?? ''}
      disabled={isBroken}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">Not used</option>
      {several !== undefined && (
        <option value={several}>{means.map((meaning) => meaningWords[meaning]).join(' and ')}</option>
      )}
      {ColumnMeaning.options.map((meaning) => (
        <option key={meaning} value={meaning}>
          {meaningWords[meaning]}
        </option>
      ))}
    </select>
  );
}

type SureProps = { readonly column: SeenColumn; readonly drafted: DraftColumn };

function HowSure({ column: { sure, people }, drafted: { means, alsoNamed } }: SureProps) {
  const { sign, says } = sureWords[sure];
  const isOfPeople = means.some((meaning) => ofPeople.includes(meaning));
  return (
    <>
      {means.length > 0 && (
        <span className={`status ${sure === 'open' ? 'warn' : ''}`}>
          <span aria-hidden="true">{sign}</span> {says}
        </span>
      )}
      {isOfPeople && <span className="small muted"> pseudonyms only are kept</span>}
      {people && !isOfPeople && <span className="status warn"> it may name people: kept as it is written</span>}
      {alsoNamed && <span className="small muted"> used in the text beside</span>}
    </>
  );
}
