import type { FileOutcome, Rejected } from '#api/record-files.ts';

/** As many rejected rows as are read before one decides; how many more there are is told. */
const most = 20;

/** What became of the rows of files of records: counts that add up, sums that tie, and every row that is left out. */
export function FileOutcomes({ files }: { readonly files: readonly FileOutcome[] }) {
  return files.map((file) => (
    <section key={file.name} className="file-outcome" data-place>
      <p>
        <strong>{file.name}</strong> <span className="muted">{file.title}</span>
        <br />
        {file.rows.total.toLocaleString('en')} rows: {file.rows.accepted.toLocaleString('en')} can be taken in,{' '}
        {file.rows.rejected.toLocaleString('en')} cannot
      </p>
      <Ties ties={file.ties} />
      {file.remarks.length > 0 && (
        <ul className="small">
          {file.remarks.map(({ what, count, example }) => (
            <li key={what}>
              {count.toLocaleString('en')} × {what} ({example})
            </li>
          ))}
        </ul>
      )}
      <RejectedRows rejected={file.rejected.slice(0, most)} />
      {file.complaints > most && <p>and {(file.complaints - most).toLocaleString('en')} more</p>}
    </section>
  ));
}

function Ties({ ties }: Pick<FileOutcome, 'ties'>) {
  if (ties.length === 0) return null;
  return (
    <table className="small">
      <caption className="unseen">Sums of the file, and what of them is taken in</caption>
      <thead>
        <tr>
          <th scope="col">Sum of</th>
          <th scope="col">in the file</th>
          <th scope="col">taken in</th>
          <th scope="col">without</th>
        </tr>
      </thead>
      <tbody>
        {ties.map(({ what, unit, file, taken, rest }) => (
          <tr key={`${what} ${unit}`}>
            <th scope="row">
              {what}, {unit}
            </th>
            <td>{file}</td>
            <td>{taken === file ? 'all of it' : taken}</td>
            <td>{rest.map(leftOut).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What of a sum is not taken in, and why: `1,029.78 in 2 rows that cannot be read`, `3 exempt`. */
const leftOut = ({ why, rows, amount }: FileOutcome['ties'][number]['rest'][number]): string => {
  if (amount === null) return `${rows} ${why}`;
  return `${amount} in ${rows} ${rows === 1 ? 'row' : 'rows'} ${why.replace(/^in (?:rows|records) /u, '')}`;
};

function RejectedRows({ rejected }: { readonly rejected: readonly Rejected[] }) {
  if (rejected.length === 0) return null;
  return (
    <table className="small">
      <caption className="unseen">Rows that cannot be taken in, and why</caption>
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">Field</th>
          <th scope="col">Found</th>
          <th scope="col">Expected</th>
        </tr>
      </thead>
      <tbody>
        {rejected.map((each) => (
          <tr key={JSON.stringify(each)}>
            <th scope="row">{placeOf(each)}</th>
            <td>{each.field}</td>
            <td>{each.found}</td>
            <td>
              {each.expected}
              {each.closest !== null && `; did you mean ${each.closest}?`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const placeOf = ({ sheet, row }: Rejected): string =>
  [sheet, row === null ? null : `row ${row}`].filter((part) => part !== null).join(', ');
