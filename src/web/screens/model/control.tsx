import { numberOrText } from './draft.ts';
import { useChoices } from './form-context.ts';
import { spoken, wordOf } from './named.ts';
import type { PlainShape } from './shape.ts';

type ControlProps = {
  readonly shape: PlainShape;
  readonly value: unknown;
  readonly given: Readonly<Record<string, string | boolean | undefined>>;
  readonly onChange: (value: unknown) => void;
};

const hints: Readonly<Record<string, string>> = {
  duration: 'such as P14D, PT8H or P13W',
  instant: 'such as 2026-03-31T14:05:00Z',
};

/** What somebody types or chooses in. */
export function Control({ shape, value, given, onChange }: ControlProps) {
  const text = value === undefined || value === null ? '' : wordOf(value);
  const take = (typed: string): void => onChange(typed === '' ? undefined : typed);
  switch (shape.is) {
    case 'long':
      return <textarea {...given} rows={2} value={text} onChange={({ target }) => take(target.value)} />;
    case 'yaml':
      return (
        <textarea
          {...given}
          className="yaml"
          rows={Math.min(12, Math.max(4, text.split('\n').length))}
          spellCheck={false}
          value={text}
          onChange={({ target }) => take(target.value)}
        />
      );
    case 'number':
      return (
        <input
          {...given}
          type="text"
          inputMode="decimal"
          value={text}
          onChange={({ target }) => onChange(numberOrText(target.value))}
        />
      );
    case 'day':
      return <input {...given} type="date" value={text} onChange={({ target }) => take(target.value)} />;
    case 'yes-no':
      return (
        <select
          {...given}
          value={text}
          onChange={({ target }) => onChange(target.value === '' ? undefined : target.value === 'true')}
        >
          <option value="">not stated</option>
          <option value="true">yes</option>
          <option value="false">no</option>
        </select>
      );
    case 'choice':
      return <Choice given={given} value={text} onChange={take} options={shape.options.map(asOption)} />;
    case 'reference':
      return <ReferenceChoice kind={shape.kind} value={text} given={given} onChange={take} />;
    case 'text':
    case 'duration':
    case 'instant':
      return (
        <input
          {...given}
          type="text"
          autoComplete="off"
          placeholder={hints[shape.is]}
          value={text}
          onChange={({ target }) => take(target.value)}
        />
      );
  }
}

const asOption = (key: string) => ({ key, name: spoken(key) });

type ChoiceProps = Omit<ControlProps, 'shape' | 'value' | 'onChange'> & {
  readonly value: string;
  readonly options: readonly { readonly key: string; readonly name: string }[];
  readonly onChange: (value: string) => void;
};

/** One of several; what stands there and is none of them is kept until somebody chooses. */
function Choice({ given, value, options, onChange }: ChoiceProps) {
  const isKnown = value === '' || options.some(({ key }) => key === value);
  return (
    <select {...given} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">not stated</option>
      {!isKnown && <option value={value}>{value} (not there)</option>}
      {options.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
}

function ReferenceChoice({ kind, ...rest }: Omit<ChoiceProps, 'options'> & { readonly kind: string }) {
  const options = useChoices(kind).map(({ key, name }) => ({ key, name: name === key ? key : `${name} (${key})` }));
  return <Choice {...rest} options={options.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))} />;
}
