import { useId } from 'react';
import { useWorkspace } from '../../workspace.ts';

type Props = { readonly zone: string | null; readonly label: string; readonly onChange: (zone: string) => void };

/** Whose clocks wrote the times that say no zone. Those of the workspace are the likeliest. */
export function ZoneChoice({ zone, label, onChange }: Props) {
  const id = useId();
  const { timeZone } = useWorkspace();
  const near = [...new Set([timeZone, 'UTC', ...(zone === null ? [] : [zone])])];
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={zone ?? ''} onChange={({ target }) => onChange(target.value)}>
        {zone === null && <option value="">not said</option>}
        <optgroup label="Likely">
          {near.map((name) => (
            <option key={name} value={name}>
              {name === timeZone ? `${name} (this workspace)` : name}
            </option>
          ))}
        </optgroup>
        <optgroup label="All">
          {Intl.supportedValuesOf('timeZone')
            .filter((name) => !near.includes(name))
            .map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
        </optgroup>
      </select>
      {zone !== timeZone && (
        <button type="button" onClick={() => onChange(timeZone)}>
          {timeZone}
        </button>
      )}
    </div>
  );
}
