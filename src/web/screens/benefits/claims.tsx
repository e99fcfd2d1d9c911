import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type CsvColumn, csvOf } from '../../csv.ts';
import { Asked } from '../../parts/asked.tsx';
import { Card } from '../../parts/card.tsx';
import { TakeCsv } from '../../parts/take-csv.tsx';
import { ToOwnPage } from '../../parts/to-own-page.tsx';
import { linksPerPage, theLinksTo } from '../../queries.ts';
import { benefitId, valueId } from '../../value-names.ts';
import { useView, type View } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import type { ShownBenefit } from './curve.ts';

/** What is held to bring it about: a contribution with its evidence, never ownership; the rest has other causes. */
export function Claims({ answer }: { readonly answer: ShownBenefit }) {
  const { benefit, contribution, chain, links } = answer;
  return (
    <Card title="What brings it about">
      <p data-stated={`benefit:${benefit.key}`}>{contribution.sentence}</p>
      {chain.length < links ? <ByPages answer={answer} /> : <Links chain={chain} />}
      <p>
        <Link
          to="/value"
          className="button"
          search={(before: View) => ({ ...before, open: valueId('benefit', benefit.key) })}
        >
          The money that came to it
        </Link>
      </p>
    </Card>
  );
}

/** The links a page at a time, where more lead to it than came with the answer. The file has all of them. */
function ByPages({ answer: { benefit, chain, links } }: { readonly answer: ShownBenefit }) {
  const words = useWords();
  const { asOf } = useView();
  const client = useQueryClient();
  const [page, setPage] = useState(0);
  const start = page * linksPerPage;
  const end = Math.min(start + linksPerPage, links);
  const query = useQuery({ ...theLinksTo(benefit.key, asOf, start), enabled: page > 0 });
  const csv = async (): Promise<string> =>
    csvOf(columns, (await client.fetchQuery(theLinksTo(benefit.key, asOf))).chain);
  return (
    <>
      {page === 0 ? (
        <Links chain={chain} />
      ) : (
        <Asked query={query} what="Reading the links">
          {(answer) => <Links chain={answer.chain} />}
        </Asked>
      )}
      <div className="buttons">
        <span className="muted small" role="status" data-figure={benefitId(benefit.key)}>
          {words.count(start + 1)}–{words.count(end)} of {words.counted(links, 'link')}
        </span>
        <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
          Before
        </button>
        <button type="button" disabled={end >= links} onClick={() => setPage(page + 1)}>
          Next
        </button>
        <TakeCsv name={`links-to-${benefit.key}`} csv={csv} />
      </div>
    </>
  );
}

type Chain = ShownBenefit['chain'];

function Links({ chain }: { readonly chain: Chain }) {
  const words = useWords();
  return (
    <ul className="plain-list lines">
      {chain.map(({ key, giver, receiver, contributes, grade }) => (
        <li key={key} data-stated={`chain-link:${key}`}>
          <ToOwnPage of={giver}>{giver.name}</ToOwnPage> → {receiver.name}{' '}
          <span className="muted">
            {contributes === null ? 'no share is claimed' : `claims ${words.figure(contributes, 'share')}`}, grade{' '}
            {grade}
          </span>
        </li>
      ))}
    </ul>
  );
}

const columns: readonly CsvColumn<Chain[number]>[] = [
  ['key', ({ key }) => key],
  ['from kind', ({ giver }) => giver.kind],
  ['from', ({ giver }) => giver.key],
  ['from name', ({ giver }) => giver.name],
  ['to kind', ({ receiver }) => receiver.kind],
  ['to', ({ receiver }) => receiver.key],
  ['to name', ({ receiver }) => receiver.name],
  ['contributes', ({ contributes }) => contributes],
  ['grade', ({ grade }) => grade],
];
