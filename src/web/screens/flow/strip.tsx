import type { Reading } from '#model/reading.ts';
import { amount } from '../../amount.ts';
import { Figure } from '../../parts/figure.tsx';
import { useWords } from '../../workspace.ts';
import { useOf } from './looked.ts';
import { useReading } from './readings.ts';

const tiles: readonly { readonly id: string; readonly title: string; readonly says: string }[] = [
  { id: 'flow.flow-time', title: 'Flow time, p50', says: 'half took at most' },
  { id: 'flow.flow-time/p85', title: 'Flow time, p85', says: '85% took at most' },
  { id: 'flow.flow-time/p95', title: 'Flow time, p95', says: '95% took at most' },
  { id: 'flow.flow-efficiency', title: 'Flow efficiency', says: 'of the time is work' },
  { id: 'flow.wip', title: 'Work in progress', says: 'on a usual day' },
  { id: 'flow.wip-age', title: 'Age of open work', says: 'half is older' },
  { id: 'flow.handoffs', title: 'Hand-offs', says: 'an item, team to team' },
  { id: 'flow.rework', title: 'Rework', says: 'of items go back' },
];

/** The main figures of flow in a row. */
export function Strip() {
  return (
    <ul className="plain-list flow-strip" aria-label="Main figures of flow">
      {tiles.map(({ id, title, says }) => (
        <li key={id}>
          <Tile id={id} title={title} says={says} />
        </li>
      ))}
    </ul>
  );
}

type Props = { readonly id: string; readonly title: string; readonly says: string };

function Tile({ id, title, says }: Props) {
  const of = useOf();
  const { reading, error } = useReading(id);
  return (
    <Figure of={of(id)} className="tile">
      <span className="tile-title">{title}</span>{' '}
      <span className="tile-value">{error ? '–' : reading ? <Value reading={reading} /> : '…'}</span>{' '}
      <span className="muted small">
        {error ? error.message : reading ? <Sure reading={reading} says={says} /> : <Coming says={says} />}
      </span>
    </Figure>
  );
}

/** As high as what will stand there. */
function Coming({ says }: { readonly says: string }) {
  return (
    <>
      {says} <br />…
    </>
  );
}

function Value({ reading }: { readonly reading: Reading }) {
  const words = useWords();
  return reading.value === null ? 'no data' : amount(words, reading.value, reading.unit, reading);
}

/** What the number is, and how sure. */
function Sure({ reading, says }: { readonly reading: Reading; readonly says: string }) {
  const words = useWords();
  if (reading.value === null) return reading.missing ?? 'nothing is known';
  const range = words.range(reading, reading.unit);
  return (
    <>
      {says} <br />
      {range === '' ? '' : `${range}, `}n {words.count(reading.n)}
    </>
  );
}
