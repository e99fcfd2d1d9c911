import { useMemo, useState } from 'react';
import { changeRecords } from '#api/changes.ts';
import type { ListedRecord } from '#api/records.ts';
import type { RecordEdit } from '#model/record-edit.ts';
import { ask } from '../../ask.ts';
import { capital } from '../../capital.ts';
import { useWords } from '../../workspace.ts';
import { Control } from './control.tsx';
import { FormContext } from './form-context.ts';
import { spoken } from './named.ts';
import { Refusal, useProposal } from './proposal.tsx';
import { useReferable } from './referable.ts';
import { fieldsOfKind, type PlainShape, type Shape } from './shape.ts';

type Props = { readonly kind: string; readonly chosen: readonly ListedRecord[]; readonly onDone: () => void };

/** One field of all chosen records is given one value: shown first, then done as one change that can be taken back. */
export function BulkEdit({ kind, chosen, onDone }: Props) {
  const words = useWords();
  const fields = useMemo(() => fieldsInBulk(kind), [kind]);
  const [name, setName] = useState(fields[0]?.name);
  const [value, setValue] = useState<unknown>();
  const { propose, layer, busy, refusal } = useProposal();
  const choices = useReferable(kind);
  const field = fields.find((each) => each.name === name);
  if (!field || !choices) return null;
  const records = words.counted(chosen.length, spoken(kind));
  const show = (): Promise<void> =>
    propose({
      title: `Change ${records}`,
      does: 'Change them',
      done: `${capital(spoken(field.name))} of ${records} is changed.`,
      usual: `${spoken(field.name)} of several`,
      make: (asked) => ask(changeRecords, { ...asked, edits: chosen.map((each) => editOf(each, field.name, value)) }),
      after: onDone,
    });
  return (
    <section className="bulk" aria-label="Change all that are chosen">
      <p role="status" data-place>
        {words.count(chosen.length)} chosen
      </p>
      <label className="choice">
        <span>Set</span>
        <select
          value={field.name}
          onChange={({ target }) => {
            setName(target.value);
            setValue(undefined);
          }}
        >
          {fields.map((each) => (
            <option key={each.name} value={each.name}>
              {spoken(each.name)}
            </option>
          ))}
        </select>
      </label>
      <FormContext value={{ objections: [], choices }}>
        <span className="bulk-value">
          <span aria-hidden="true">to</span>
          <Control
            shape={field.shape}
            value={value}
            given={{ 'aria-label': `New ${spoken(field.name)}` }}
            onChange={setValue}
          />
        </span>
      </FormContext>
      <button
        type="button"
        className="primary"
        disabled={busy || (field.required && value === undefined)}
        onClick={() => void show()}
      >
        {value === undefined && !field.required ? 'Take it away …' : 'Show what would change'}
      </button>
      <button type="button" onClick={onDone}>
        Choose none
      </button>
      <Refusal error={refusal} />
      {layer}
    </section>
  );
}

type BulkField = { readonly name: string; readonly shape: PlainShape; readonly required: boolean };

/** Names are each record's own, and what has parts cannot be one value for all. */
const fieldsInBulk = (kind: string): readonly BulkField[] =>
  fieldsOfKind(kind).flatMap(({ name, shape, required }) =>
    isPlain(shape) && name !== 'key' && name !== 'name' ? [{ name, shape, required }] : [],
  );

const isPlain = (shape: Shape): shape is PlainShape => !['list', 'fields', 'one-of', 'yaml'].includes(shape.is);

const editOf = (
  { kind, key, design, version }: ListedRecord,
  field: string,
  value: unknown,
): Omit<RecordEdit, 'isNew' | 'close'> => ({
  kind,
  key,
  ...(design === '' ? {} : { design }),
  fields: { [field]: value ?? null },
  expected: version,
});
