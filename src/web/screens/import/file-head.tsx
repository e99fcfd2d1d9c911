import { useQueryClient } from '@tanstack/react-query';
import { forgetUpload, type ShownUpload } from '#api/uploads.ts';
import { ask } from '../../ask.ts';
import { PageTitle } from '../../parts/page-title.tsx';
import { theUploads } from '../../queries.ts';
import { useSay } from '../../said.tsx';
import { useChange } from '../../view.ts';
import { sizeWords } from './words.ts';

/** Which file is at hand, and the way to another. */
export function FileHead({ shown: { upload, name, bytes, taken } }: { readonly shown: ShownUpload }) {
  const change = useChange();
  const say = useSay();
  const queries = useQueryClient();
  const leave = (): void => change({ upload: undefined, step: undefined, job: undefined });
  const forget = async (): Promise<void> => {
    await ask(forgetUpload, { upload });
    await queries.invalidateQueries({ queryKey: theUploads.queryKey });
    leave();
    say({ text: `${name} was deleted here; the file on your disk is as it was.` });
  };
  return (
    <div className="file-head">
      <PageTitle>{name}</PageTitle>
      <span className="muted">{sizeWords(bytes)}</span>
      <div className="file-head-end">
        <button type="button" className="plain" onClick={leave}>
          Another file
        </button>
        {!taken && (
          <button type="button" className="plain" onClick={() => void forget()}>
            Delete it here
          </button>
        )}
      </div>
    </div>
  );
}
