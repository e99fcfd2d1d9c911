import { Control } from './control.tsx';
import { idOfField, useObjection } from './form-context.ts';
import { Objected, Required } from './group.tsx';
import type { PlainShape, Shape } from './shape.ts';

export type InputProps<S extends Shape = Shape> = {
  readonly shape: S;
  readonly value: unknown;
  readonly path: string;
  readonly label: string;
  readonly required?: boolean;
  readonly onChange: (value: unknown) => void;
};

/** A field of one value: its name, its input and what is wrong with it. */
export function PlainInput({ shape, value, path, label, required = false, onChange }: InputProps<PlainShape>) {
  const id = idOfField(path);
  const objection = useObjection(path);
  const given = {
    id,
    'aria-describedby': objection ? `${id}-wrong` : undefined,
    'aria-invalid': objection ? true : undefined,
    'aria-required': required || undefined,
  };
  return (
    <div className={`form-field form-${shape.is}`}>
      <label htmlFor={id} data-place>
        {label}
        {required && <Required />}
      </label>
      <Control shape={shape} value={value} given={given} onChange={onChange} />
      <Objected id={id} text={objection} />
    </div>
  );
}
