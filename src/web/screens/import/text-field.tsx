import { useId } from 'react';
import { useTyped } from './use-typed.ts';

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => Promise<void>;
};

/** A field whose text counts once somebody has left it, or pressed Enter in it. An empty one is as it was. */
export function TextField({ label, hint, value, onChange }: Props) {
  const id = useId();
  const { text, setTyped, leave } = useTyped(value, async (typed) => {
    if (typed.trim() !== '') await onChange(typed.trim());
  });
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={text}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={leave}
        onKeyDown={({ key }) => key === 'Enter' && leave()}
      />
      <span id={`${id}-hint`} className="muted small">
        {hint}
      </span>
    </div>
  );
}
