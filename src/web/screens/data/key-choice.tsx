import type { OpenName } from '#api/names.ts';
import type { StageKind } from '#model/kinds.ts';
import { useWords } from '../../workspace.ts';

type Choice = { readonly to: string; readonly stage?: StageKind | undefined };

type Props = {
  readonly name: OpenName;
  /** What the key is one of, in words. */
  readonly what: string;
  /** The list of keys there are, by its id. */
  readonly list: string;
  /** The kinds of stages to choose from; none for what is no state. */
  readonly stages: readonly StageKind[];
  readonly keys: readonly { readonly key: string; readonly stage: StageKind | null }[];
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
};

const stageWords: Readonly<Record<StageKind, string>> = {
  new: 'not taken up yet',
  queue: 'waits',
  active: 'is worked on',
  decision: 'waits to be decided',
  done: 'is done',
  cancelled: 'is dropped',
};

/** What a name is to stand for: one of those that are alike, any key there is, or a new one. */
export function KeyChoice({ name, what, list, stages, keys, choice, onChoose }: Props) {
  const words = useWords();
  const to = choice?.to ?? (name.why === 'no-kind' ? name.key : '');
  const known = keys.find(({ key }) => key === to)?.stage ?? null;
  const isNew = to !== '' && !keys.some(({ key }) => key === to);
  const asksStage = stages.length > 0 && to !== '' && known === null;
  return (
    <div className="key-choice">
      {name.suggestions.map(({ key, name: called, likeness }) => (
        <button
          key={key}
          type="button"
          className="small-button"
          aria-pressed={to === key}
          title={`${called}, ${words.figure(likeness, 'share')} alike`}
          onClick={() => onChoose({ to: to === key ? '' : key })}
        >
          {key}
        </button>
      ))}
      <input
        type="text"
        list={list}
        value={to}
        aria-label={`${what} that ${name.raw} stands for`}
        placeholder={name.suggestions.length > 0 ? `another ${what}` : `choose or type a ${what}`}
        autoComplete="off"
        onChange={({ target }) => onChoose({ to: target.value })}
      />
      {isNew && <span className="muted small">new: no record has it</span>}
      {asksStage && (
        <select
          aria-label={`In ${to} work`}
          value={choice?.stage ?? ''}
          onChange={({ target }) => onChoose({ to, stage: stages.find((stage) => stage === target.value) })}
        >
          <option value="">kind of stage …</option>
          {stages.map((stage) => (
            <option key={stage} value={stage}>
              {stageWords[stage]}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
