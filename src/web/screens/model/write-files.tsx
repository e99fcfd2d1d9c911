import { useQuery, useQueryClient } from '@tanstack/react-query';
import { exportModel } from '#api/model.ts';
import { ask } from '../../ask.ts';
import { Card } from '../../parts/card.tsx';
import { Loading } from '../../parts/loading.tsx';
import { theExport } from '../../queries.ts';
import { useSay } from '../../said.tsx';
import { useDeed } from './deed.ts';
import { Refusal } from './proposal.tsx';

/** Writes what stands in the store into the model files; the lines that would differ are shown first. */
export function WriteFiles() {
  const { data, error } = useQuery(theExport);
  return (
    <Card title="Write into the files" says="comments and order stay as they are" className="wide">
      <Refusal error={error ?? undefined} />
      {!data && !error && <Loading lines={3} what="Comparing with the files" />}
      {data && data.files.length === 0 && <p>The files say what stands: none would be touched.</p>}
      {data && data.files.length > 0 && <Lines files={data.files} />}
    </Card>
  );
}

type Props = { readonly files: (typeof exportModel)['answer']['_output']['files'] };

function Lines({ files }: Props) {
  const { write, busy, failed } = useWrite();
  return (
    <>
      {files.map(({ file, what, lines }) => (
        <details key={file} open>
          <summary>
            <code>{file}</code> {what === 'added' ? 'would be written anew' : 'would be changed'}
          </summary>
          <pre className="command lines-changed">
            {lines.map(({ mark, line }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place.
              <span key={index} className={mark === '+' ? 'line-added' : 'line-gone'}>
                {`${mark} ${line}\n`}
              </span>
            ))}
          </pre>
        </details>
      ))}
      <Refusal error={failed} />
      <div className="buttons">
        <button type="button" className="primary" disabled={busy} onClick={() => void write()}>
          Write into the files
        </button>
        <span className="muted small">
          Files are kept by git or a backup of yours; this page does not take them back.
        </span>
      </div>
    </>
  );
}

const useWrite = () => {
  const say = useSay();
  const queries = useQueryClient();
  const { busy, failed, run } = useDeed();
  const write = (): Promise<void> =>
    run(async () => {
      await ask(exportModel, {});
      say({ text: 'The files say what stands.' });
      await queries.invalidateQueries();
    });
  return { write, busy, failed };
};
