import { fileName, saveCsv } from '../save.ts';
import { Icon } from './icon.tsx';

type Props = { readonly name: string; readonly text: () => string };

/** A table as a file, with all of its rows and none of them rounded. */
export function CsvButton({ name, text }: Props) {
  return (
    <button type="button" onClick={() => saveCsv(fileName(name), text())}>
      <Icon name="download" /> CSV
    </button>
  );
}
