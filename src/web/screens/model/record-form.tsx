import { type FormEvent, useMemo, useRef, useState } from 'react';
import { stringify } from 'yaml';
import { Loading } from '../../parts/loading.tsx';
import { FormContext, idOfField } from './form-context.ts';
import { FieldList } from './input.tsx';
import { useReferable } from './referable.ts';
import type { Objection } from './refused-fields.ts';
import { type Field, fieldsOfKind } from './shape.ts';

type Body = Readonly<Record<string, unknown>>;

type Props = {
  readonly kind: string;
  readonly body: Body;
  readonly isNew?: boolean;
  readonly objections: readonly Objection[];
  readonly busy: boolean;
  /** What the form holds, against what it began with. */
  readonly submit: (before: Body, draft: Body) => void;
  readonly onCancel: () => void;
};

/** The fields of a record, to be filled in; what has no input is written as YAML. */
export function RecordForm({ kind, body, isNew = false, objections, busy, submit, onCancel }: Props) {
  const fields = useMemo(() => fieldsOfKind(kind).filter(({ name }) => isNew || name !== 'key'), [kind, isNew]);
  const before = useMemo(() => inForm(fields, body), [fields, body]);
  const [draft, setDraft] = useState<Body>(before);
  const choices = useReferable(kind);
  const form = useRef<HTMLFormElement>(null);
  if (!choices) return <Loading lines={6} what="Reading what fields may name" />;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    submit(before, draft);
  };
  return (
    <FormContext value={{ objections, choices }}>
      <form ref={form} className="record-form" onSubmit={send} noValidate>
        <Summary objections={objections} />
        <FieldList fields={fields} value={draft} path="" onChange={setDraft} />
        <div className="buttons form-end">
          <button type="submit" className="primary" disabled={busy}>
            Show what would change
          </button>
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        </div>
      </form>
    </FormContext>
  );
}

/** What has no input stands in the form as YAML, which is read again where it is saved. */
const inForm = (fields: readonly Field[], body: Body): Body => {
  const texts = fields
    .filter(({ name, shape }) => shape.is === 'yaml' && body[name] !== undefined)
    .map(({ name }) => [name, stringify(body[name], { lineWidth: 0 })]);
  return { ...body, ...Object.fromEntries(texts) };
};

/** All that is wrong in one place, each with the way to its field. */
function Summary({ objections }: { readonly objections: readonly Objection[] }) {
  if (objections.length === 0) return null;
  return (
    <div className="refusal" role="alert">
      <p>
        <strong>Nothing was changed.</strong> This has to be mended first:
      </p>
      <ul data-place>
        {objections.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            {field === '' ? (
              text
            ) : (
              <button type="button" className="link" onClick={() => document.getElementById(idOfField(field))?.focus()}>
                {text}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
