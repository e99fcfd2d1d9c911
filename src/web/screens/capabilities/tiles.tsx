import { amountIn, fullMoney, moneyText } from '../../money.ts';
import type { Opened } from '../../opened.ts';
import { Figure } from '../../parts/figure.tsx';
import { valueId } from '../../value-names.ts';
import { useWords } from '../../workspace.ts';
import { type Capability, gapOf, maturityOf } from './card.ts';

type Tile = { readonly title: string; readonly of: Opened; readonly value: string; readonly says: string };

/** The main figures of a capability in a row. */
export function Tiles({ capability, unit }: { readonly capability: Capability; readonly unit: string }) {
  const words = useWords();
  const { key, strategic, importanceShare } = capability;
  const where = { scope: 'capability', key } as const;
  const maturity = maturityOf(capability);
  const gap = gapOf(capability);
  const spend = amountIn(capability.spend, unit);
  const tiles: readonly Tile[] = [
    {
      title: 'Importance',
      of: { id: 'capability.strategic-gap', where },
      value: words.figure(importanceShare, 'share'),
      says: strategic === null ? 'no goal has a weight' : strategic ? 'strategic' : 'not strategic',
    },
    {
      title: 'Maturity',
      of: { id: 'capability.maturity', where },
      value: words.figure(maturity?.level ?? null, 'level'),
      says: maturity?.on
        ? `${maturity.scale}, ${maturity.on}${maturity.stale === true ? ', stale' : ''}`
        : 'never assessed',
    },
    {
      title: 'Target',
      of: { id: 'capability.strategic-gap', where },
      value: words.figure(maturity?.target ?? null, 'level'),
      says: maturity?.target == null ? 'none is set' : maturity.scale,
    },
    {
      title: 'Gap',
      of: { id: 'capability.strategic-gap', where },
      value: words.figure(gap, 'level'),
      says: gap === null ? 'cannot be told' : gap > 0 ? 'levels below its target' : 'at its target or above',
    },
    {
      title: 'Spend',
      of: { id: valueId('capability', key) },
      value: moneyText(words, spend, unit),
      says: spend === null ? 'no money is passed on to it' : `${fullMoney(spend)} ${unit}`,
    },
  ];
  return (
    <ul className="plain-list tiles" aria-label="Main figures">
      {tiles.map(({ title, of, value, says }) => (
        <li key={title}>
          <Figure of={of} className="tile">
            <span className="tile-title">{title}</span> <span className="tile-value">{value}</span>{' '}
            <span className="muted small">{says}</span>
          </Figure>
        </li>
      ))}
    </ul>
  );
}
