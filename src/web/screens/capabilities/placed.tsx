import { importanceAndMaturity } from '#charts/importance-and-maturity.ts';
import { amountIn } from '../../money.ts';
import { Picture } from '../../parts/picture.tsx';
import { valueId } from '../../value-names.ts';
import { useView } from '../../view.ts';
import { type Capabilities, levelOf, maturityOf } from './card.ts';

type Props = { readonly answer: Capabilities; readonly unit: string };

/** How much each capability matters, how able we are at it, and what is spent on it. */
export function Placed({ answer, unit }: Props) {
  const { period } = useView();
  const parents = new Set(answer.capabilities.map(({ parent }) => parent));
  const leaves = answer.capabilities.filter(({ key }) => !parents.has(key));
  const capabilities = leaves.map((card) => {
    const spend = amountIn(card.spend, unit);
    return {
      key: valueId('capability', card.key),
      name: card.name,
      importance: card.importanceShare,
      maturity: levelOf(card),
      target: maturityOf(card)?.target ?? null,
      spend: spend === null ? null : Number(spend),
      strategic: card.strategic,
    };
  });
  return (
    <section className="card" aria-label="Importance and maturity">
      <Picture
        chart={importanceAndMaturity}
        data={{ period: period ?? answer.period ?? 'all of the records', currency: unit, capabilities }}
        of={{ id: 'capability.strategic-gap' }}
      />
    </section>
  );
}
