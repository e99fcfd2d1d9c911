import { ExportArchimate } from './export-archimate.tsx';
import { ExportDesign } from './export-design.tsx';
import { ExportWorkbook } from './export-workbook.tsx';
import { FilesAndStore } from './files-and-store.tsx';
import { ImportDesign } from './import-design.tsx';
import { ImportRecords } from './import-records.tsx';
import { WriteFiles } from './write-files.tsx';

/** Where files and store part, what is written into the files, and records and designs taken along and taken in. */
export function Files() {
  return (
    <div className="model-grid">
      <FilesAndStore />
      <WriteFiles />
      <ImportRecords />
      <ExportWorkbook />
      <ImportDesign />
      <ExportDesign />
      <ExportArchimate />
    </div>
  );
}
