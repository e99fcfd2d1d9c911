import type { Draft } from '#api/uploads.ts';
import { Card } from '../../parts/card.tsx';
import { useSay } from '../../said.tsx';
import { save } from '../../save.ts';
import type { Change } from './use-draft.ts';
import { useTyped } from './use-typed.ts';

type Props = { readonly draft: Draft; readonly change: Change };

/** The mapping as the file that it becomes. What is typed counts once the field is left; the form then shows it. */
export function MappingText({ draft: { mapping, problems, source }, change }: Props) {
  const say = useSay();
  const { text, setTyped, leave } = useTyped(mapping, (typed) => change({ mapping: typed }));
  const anew = (): void => {
    void change({ anew: true });
    say({
      text: 'The mapping is drafted from the file again.',
      undo: () => void change({ mapping, source: { name: source.name } }),
    });
  };
  return (
    <Card title="The same as a file" says={`maps/${source.key}.yaml`} className="mapping-text">
      {problems.length > 0 && (
        <ul className="plain-list problems" role="alert">
          {problems.map(({ line, path, text: what }) => (
            <li key={`${line} ${path} ${what}`}>
              Line {line}
              {path && `, ${path}`}: {what}
            </li>
          ))}
        </ul>
      )}
      <textarea
        aria-label="The mapping as YAML"
        value={text}
        spellCheck={false}
        wrap="off"
        onChange={({ target }) => setTyped(target.value)}
        onBlur={leave}
      />
      <p className="muted small">What you type counts once you leave the text. Comments stay.</p>
      <div className="buttons">
        <button type="button" onClick={() => save(`${source.key}.yaml`, new Blob([text], { type: 'text/yaml' }))}>
          Save as a file
        </button>
        <button type="button" className="plain" onClick={anew}>
          Draft it anew
        </button>
      </div>
    </Card>
  );
}
