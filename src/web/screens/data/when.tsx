import { useWords } from '../../workspace.ts';
import { ago } from './ago.ts';

type Props = { readonly at: string | null; readonly now: string; readonly never: string };

/** An instant in the time zone of the workspace, and how long ago it was. */
export function When({ at, now, never }: Props) {
  const words = useWords();
  if (at === null) return <span className="muted">{never}</span>;
  return (
    <time dateTime={at}>
      {words.instant(Date.parse(at))} <span className="muted">· {ago(Date.parse(at), Date.parse(now))}</span>
    </time>
  );
}
