import { useId, useState } from 'react';
import type { NameKind, OpenName } from '#api/names.ts';
import { StageKind } from '#model/kinds.ts';
import { Figure } from '../../parts/figure.tsx';
import { useWords } from '../../workspace.ts';
import type { Choosing, chosenOf } from './chosen-names.ts';
import { KeyChoice } from './key-choice.tsx';
import { kindWords, meantWord, titleOfKind } from './kind-words.ts';

type Known = { readonly key: string; readonly name: string; readonly stage: StageKind | null };

type Props = {
  readonly id: string;
  readonly source: string;
  readonly kind: NameKind;
  readonly names: readonly OpenName[];
  readonly known: readonly { readonly kind: NameKind; readonly keys: readonly Known[] }[];
  readonly choiceOf: (name: OpenName) => ReturnType<typeof chosenOf>;
  readonly onChoose: (choice: Choosing) => void;
};

const whyWords: Readonly<Record<OpenName['why'], string>> = {
  'no-rule': 'no rule takes it',
  'no-kind': 'nothing says what kind of stage it is',
  'no-record': 'its key has no record',
};

/** How many are shown at first: those on most rows are worth most. */
const fewest = 50;

/** The names of one kind in a source that nobody knows, those on most rows first. */
export function NamesTable({ id, source, kind, names, known, choiceOf, onChoose }: Props) {
  const words = useWords();
  const keys = known.find((each) => each.kind === kind)?.keys ?? [];
  const list = useId();
  const [all, setAll] = useState(false);
  return (
    <div id={id} className="names-of-kind">
      <h3>{titleOfKind(kind)}</h3>
      <datalist id={list}>
        {keys.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </datalist>
      <table className="names">
        <thead>
          <tr>
            <th scope="col">name in the log</th>
            <th scope="col" className="number">
              {kindWords[kind].carry}s
            </th>
            <th scope="col">stands for</th>
          </tr>
        </thead>
        <tbody>
          {names.slice(0, all ? undefined : fewest).map((name) => (
            <tr key={name.raw}>
              <th scope="row">
                <code>{name.raw}</code>
                <span className="muted small">
                  {whyWords[name.why]}
                  {name.key !== name.raw && (
                    <>
                      : <code>{name.key}</code>
                    </>
                  )}
                </span>
              </th>
              <td className="number">
                <Figure of={{ id: `source.${source}` }}>{words.count(name.rows)}</Figure>
              </td>
              <td>
                <KeyChoice
                  name={name}
                  what={meantWord(kind)}
                  list={list}
                  stages={kind === 'state' ? StageKind.options : []}
                  keys={keys}
                  choice={choiceOf(name)}
                  onChoose={(choice) => onChoose({ source, name, ...choice })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {names.length > fewest && !all && (
        <button type="button" onClick={() => setAll(true)} data-words>
          Show all {words.count(names.length)}
        </button>
      )}
    </div>
  );
}
