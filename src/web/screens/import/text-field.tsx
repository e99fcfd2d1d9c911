import { useId, useState } from 'react';

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** Told once somebody has left the field, or pressed Enter in it. */
  readonly onChange: (value: string) => void;
};

export function TextField({ label, hint, value, onChange }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  const leave = (): void => {
    if (text.trim() !== '' && text !== value) onChange(text.trim());
  };
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
        onChange={({ target }) => setText(target.value)}
        onBlur={leave}
        onKeyDown={({ key }) => key === 'Enter' && leave()}
      />
      <span id={`${id}-hint`} className="muted small">
        {hint}
      </span>
    </div>
  );
}
