import { Link } from '@tanstack/react-router';
import { type CsvColumn, csvOf } from '../../csv.ts';
import { amountIn, fullMoney } from '../../money.ts';
import type { Opened } from '../../opened.ts';
import { Card } from '../../parts/card.tsx';
import { CsvButton } from '../../parts/csv-button.tsx';
import { Figure } from '../../parts/figure.tsx';
import { Scrolled } from '../../parts/scrolled.tsx';
import { valueId } from '../../value-names.ts';
import type { View } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import { type CapabilityCard, gapOf, maturityOf } from './card.ts';

type Props = { readonly cards: readonly CapabilityCard[]; readonly unit: string };

/** Every capability with all that is known of it. */
export function CapabilityTable({ cards, unit }: Props) {
  return (
    <Card title="All capabilities" says={<CsvButton name="capabilities" text={() => csvOf(columnsIn(unit), cards)} />}>
      <Scrolled label="All capabilities">
        <table className="rows full">
          <thead>
            <tr>
              <th scope="col">capability</th>
              <th scope="col">strategic</th>
              <th scope="col" className="number">
                importance
              </th>
              <th scope="col" className="number">
                maturity
              </th>
              <th scope="col" className="number">
                target
              </th>
              <th scope="col" className="number">
                gap
              </th>
              <th scope="col" className="number">
                spend, {unit}
              </th>
              <th scope="col">accountable</th>
              <th scope="col" className="number">
                initiatives
              </th>
            </tr>
          </thead>
          <tbody>
            {cards.map((card) => (
              <Row key={card.key} card={card} unit={unit} />
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Card>
  );
}

function Row({ card, unit }: { readonly card: CapabilityCard; readonly unit: string }) {
  const words = useWords();
  const { key, name, strategic, importanceShare, spend, owners, initiatives } = card;
  const { level = null, target = null, stale = null } = maturityOf(card) ?? {};
  const gap = gapOf(card);
  const where = { scope: 'capability', key } as const;
  const cell = (of: Opened, text: string) => (
    <td className="number">{text === '–' ? text : <Figure of={of}>{text}</Figure>}</td>
  );
  const levelText = (value: number | null): string => (value === null ? '–' : words.figure(value, 'level'));
  return (
    <tr>
      <th scope="row">
        <Link to={`/capabilities/${key}`} search={(before: View) => before} className="record-link">
          {name}
        </Link>
      </th>
      <td>{strategic === null ? '–' : strategic ? 'yes' : 'no'}</td>
      {cell(
        { id: 'capability.strategic-gap', where },
        importanceShare === null ? '–' : words.figure(importanceShare, 'share'),
      )}
      {cell({ id: 'capability.maturity', where }, `${levelText(level)}${stale === true ? ' (stale)' : ''}`)}
      {cell({ id: 'capability.strategic-gap', where }, levelText(target))}
      {cell({ id: 'capability.strategic-gap', where }, levelText(gap))}
      {cell({ id: valueId('capability', key) }, fullMoney(amountIn(spend, unit)))}
      <td>{owners.flatMap(({ as, name: team }) => (as === 'accountable' ? [team] : [])).join(', ') || 'nobody'}</td>
      {cell({ id: valueId('capability', key) }, words.count(initiatives))}
    </tr>
  );
}

const columnsIn = (unit: string): readonly CsvColumn<CapabilityCard>[] => [
  ['key', ({ key }) => key],
  ['name', ({ name }) => name],
  ['part of', ({ parent }) => parent],
  ['strategic', ({ strategic }) => strategic],
  ['importance', ({ importanceShare }) => importanceShare],
  ['level', (card) => maturityOf(card)?.level],
  ['scale', (card) => maturityOf(card)?.scale],
  ['assessed on', (card) => maturityOf(card)?.on],
  ['target', (card) => maturityOf(card)?.target],
  ['gap', gapOf],
  [`spend (${unit})`, ({ spend }) => amountIn(spend, unit)],
];
