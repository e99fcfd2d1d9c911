import type { Draft } from '#api/uploads.ts';
import { Card } from '../../parts/card.tsx';
import { TextField } from './text-field.tsx';
import type { Change } from './use-draft.ts';
import { ZoneChoice } from './zone-choice.tsx';

type Props = { readonly draft: Draft; readonly change: Change };

/** How times are written, and on which clocks. */
export function Times({ draft: { formats, zone }, change }: Props) {
  const text = formats.join(' | ');
  const onFormats = (typed: string): Promise<void> => {
    const next = typed.split('|').map((format) => format.trim());
    return change({ edits: [{ what: 'formats', formats: next.filter((format) => format !== '') }] });
  };
  return (
    <Card title="Times">
      <div className="field-grid">
        <TextField
          label="Written as"
          hint="iso, epoch-s, or patterns such as D/M/YYYY H:mm; several with | between them, the first that reads a value counts"
          value={text}
          onChange={onFormats}
        />
        <ZoneChoice
          zone={zone}
          label="Without a zone, clocks of"
          onChange={(name) => change({ edits: [{ what: 'zone', zone: name }], answers: 'zone' })}
        />
      </div>
    </Card>
  );
}
