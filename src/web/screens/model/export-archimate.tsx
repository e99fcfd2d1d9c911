import { useState } from 'react';
import { exportArchimate, type WrittenModel } from '#api/record-files.ts';
import { forgetUpload } from '#api/uploads.ts';
import { ask } from '../../ask.ts';
import { Card } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { saveBytes } from '../../save.ts';
import { useView } from '../../view.ts';
import { handOver } from '../import/hand-over.ts';
import { useDeed } from './deed.ts';
import { Refusal } from './proposal.tsx';
import { useListed } from './records.tsx';

/** Records as a model in ArchiMate: a new one, or the one they came from with what differs changed in it. */
export function ExportArchimate() {
  const [file, setFile] = useState<File>();
  const [known, setKnown] = useState(false);
  const { written, busy, failed, write, forget } = useWritten();
  return (
    <Card title="Take along a model" says="ArchiMate, as a Model Exchange File">
      <p>
        A new model; or give the one that the records came from, and what differs is changed in it. All else in it, such
        as views and folders, comes back as it is.
      </p>
      <div className="import-ways">
        <label className="form-file">
          <span className="form-label">The model they came from</span>
          <input
            type="file"
            accept=".xml"
            onChange={({ target: { files } }) => {
              setFile(files?.[0]);
              forget();
            }}
          />
        </label>
        {file && (
          <label className="tick">
            <input type="checkbox" checked={known} onChange={({ target }) => setKnown(target.checked)} />
            <span>Add nothing to it: change only what it has already</span>
          </label>
        )}
      </div>
      <div className="buttons">
        <button type="button" disabled={busy} onClick={() => void write(file, known)}>
          <Icon name="download" /> {file ? 'Write into the model' : 'Export a new model'}
        </button>
      </div>
      <Refusal error={failed} />
      {written && <Counts {...written} />}
    </Card>
  );
}

/** Has the model written and hands it over; what was done to it is told until another one is given. */
const useWritten = () => {
  const { design } = useListed();
  const { asOf } = useView();
  const { busy, failed, run } = useDeed();
  const [written, setWritten] = useState<WrittenModel>();
  const forget = (): void => setWritten(undefined);
  const write = (file: File | undefined, known: boolean): Promise<void> =>
    run(async () => {
      forget();
      const given = file && (await handOver(file, () => undefined).done);
      const onto = given && { upload: given.upload, name: given.name };
      try {
        const answer = await ask(exportArchimate, {
          onto,
          known: known && given !== undefined,
          design: design ?? undefined,
          asOf,
        });
        saveBytes(answer.name, answer.content, 'application/xml');
        setWritten(answer);
      } finally {
        if (given) void ask(forgetUpload, { upload: given.upload });
      }
    });
  return { written, busy, failed, write, forget };
};

function Counts({ name, elements, relations, undrawn, unsaid }: WrittenModel) {
  const rows = [
    ['Elements', { ...elements, removed: 0 }],
    ['Relationships', relations],
  ] as const;
  return (
    <div role="status" data-place>
      <p>
        <strong>{name}</strong> is handed over.
      </p>
      <table className="small">
        <caption className="unseen">What was done to the model</caption>
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">added</th>
            <th scope="col">changed</th>
            <th scope="col">taken out</th>
            <th scope="col">without a record, kept</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, { added, changed, removed, withoutRecord }]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              {[added, changed, removed, withoutRecord].map((count, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a count is known by its column.
                <td key={column}>{count.toLocaleString('en')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted small">
        Lines in views that went with relationships: {undrawn.toLocaleString('en')}. Links from or to money and
        benefits, of which a model says nothing: {unsaid.toLocaleString('en')}.
      </p>
    </div>
  );
}
