import type { ReactNode } from 'react';
import { idOfField, useObjection } from './form-context.ts';

type GroupProps = {
  readonly path: string;
  readonly label: string;
  readonly required?: boolean | undefined;
  readonly children: ReactNode;
};

/** Inputs that belong together, under one name. */
export function Group({ path, label, required, children }: GroupProps) {
  const id = idOfField(path);
  const objection = useObjection(path);
  return (
    <fieldset className="form-group" id={id} tabIndex={-1} aria-describedby={objection ? `${id}-wrong` : undefined}>
      <legend>
        {label}
        {required ? <Required /> : null}
      </legend>
      {children}
      <Objected id={id} text={objection} />
    </fieldset>
  );
}

export function Required() {
  return <span className="muted small"> needed</span>;
}

export function Objected({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p id={`${id}-wrong`} className="objection" data-place>
      {text}
    </p>
  );
}
