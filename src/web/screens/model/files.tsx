import { ExportDesign } from './export-design.tsx';
import { FilesAndStore } from './files-and-store.tsx';
import { ImportDesign } from './import-design.tsx';
import { WriteFiles } from './write-files.tsx';

/** A design as text: where files and store part, what is written into the files, taken along and taken in. */
export function Files() {
  return (
    <div className="model-grid">
      <FilesAndStore />
      <WriteFiles />
      <ImportDesign />
      <ExportDesign />
    </div>
  );
}
