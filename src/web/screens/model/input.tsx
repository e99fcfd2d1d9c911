import { capital } from '../../capital.ts';
import { idOfField } from './form-context.ts';
import { Group } from './group.tsx';
import { spoken } from './named.ts';
import { type InputProps, PlainInput } from './plain-input.tsx';
import type { Field, Shape } from './shape.ts';

/** The input that fits a field, with its name before it and what is wrong with it behind. */
export function Input(props: InputProps) {
  const { shape } = props;
  if (shape.is === 'list') return <ListInput {...props} shape={shape} />;
  if (shape.is === 'fields') return <FieldsInput {...props} shape={shape} />;
  if (shape.is === 'one-of') return <OneOfInput {...props} shape={shape} />;
  return <PlainInput {...props} shape={shape} />;
}

/** Several fields that belong together. */
function FieldsInput({ shape, value, path, label, required, onChange }: InputProps<Extract<Shape, { is: 'fields' }>>) {
  return (
    <Group path={path} label={label} required={required}>
      <FieldList fields={shape.fields} value={value} path={path} onChange={onChange} />
    </Group>
  );
}

type FieldListProps = {
  readonly fields: readonly Field[];
  readonly value: unknown;
  readonly path: string;
  readonly onChange: (value: Readonly<Record<string, unknown>>) => void;
};

export function FieldList({ fields, value, path, onChange }: FieldListProps) {
  const body = Object(value) as Readonly<Record<string, unknown>>;
  return fields.map(({ name, shape, required }) => (
    <Input
      key={name}
      shape={shape}
      value={body[name]}
      path={path === '' ? name : `${path}.${name}`}
      label={capital(spoken(name))}
      required={required}
      onChange={(each) => onChange({ ...body, [name]: each })}
    />
  ));
}

/** Entries one after the other, to be added, taken away and put in another order by buttons. */
function ListInput({ shape, value, path, label, required, onChange }: InputProps<Extract<Shape, { is: 'list' }>>) {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const put = (at: number, entry: unknown): void => onChange(entries.with(at, entry));
  const raise = (at: number): void => {
    const [before, entry] = [entries[at - 1], entries[at]];
    onChange(entries.with(at - 1, entry).with(at, before));
  };
  return (
    <Group path={path} label={label} required={required}>
      <ol className="plain-list form-entries">
        {entries.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry without a key is known by its place.
          <li key={at} className={shape.of.is === 'fields' ? 'form-entry' : 'form-line'}>
            <Entry of={shape.of} value={entry} path={`${path}[${at}]`} at={at} onChange={(each) => put(at, each)} />
            <span className="form-order">
              {at > 0 && (
                <button
                  type="button"
                  className="plain"
                  onClick={() => raise(at)}
                  aria-label={`Move entry ${at + 1} up`}
                >
                  <span aria-hidden="true">↑</span>
                </button>
              )}
              <button
                type="button"
                className="plain"
                onClick={() => onChange(entries.toSpliced(at, 1))}
                aria-label={`Take entry ${at + 1} away`}
              >
                <span aria-hidden="true">×</span>
              </button>
            </span>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="small"
        onClick={() => onChange([...entries, shape.of.is === 'fields' ? {} : ''])}
      >
        Add one<span className="unseen"> to {label.toLowerCase()}</span>
      </button>
    </Group>
  );
}

type EntryProps = {
  readonly of: Shape;
  readonly value: unknown;
  readonly path: string;
  readonly at: number;
  readonly onChange: (value: unknown) => void;
};

function Entry({ of, value, path, at, onChange }: EntryProps) {
  if (of.is === 'fields') {
    return (
      <div className="form-parts">
        <FieldList fields={of.fields} value={value} path={path} onChange={onChange} />
      </div>
    );
  }
  return <Input shape={of} value={value} path={path} label={`Entry ${at + 1}`} onChange={onChange} />;
}

/** One of several shapes: which it is, and then its fields. */
function OneOfInput({ shape, value, path, label, required, onChange }: InputProps<Extract<Shape, { is: 'one-of' }>>) {
  const body = Object(value) as Readonly<Record<string, unknown>>;
  const names = shape.ways.map(({ fields }) => fields.map(({ name }) => name));
  const chosen = names.findIndex((fields) => fields.some((name) => Object.hasOwn(body, name)));
  const way = shape.ways[chosen];
  const id = `${idOfField(path)}-way`;
  return (
    <Group path={path} label={label} required={required}>
      <div className="form-field">
        <label htmlFor={id}>As</label>
        <select
          id={id}
          value={chosen}
          onChange={({ target }) => {
            const first = names[Number(target.value)]?.[0];
            onChange(first === undefined ? undefined : { [first]: '' });
          }}
        >
          <option value={-1}>not stated</option>
          {names.map((fields, at) => (
            <option key={fields.join(' ')} value={at}>
              {fields.map(spoken).join(' and ')}
            </option>
          ))}
        </select>
      </div>
      {way && <FieldList fields={way.fields} value={body} path={path} onChange={onChange} />}
    </Group>
  );
}
