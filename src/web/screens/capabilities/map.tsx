import { useQuery } from '@tanstack/react-query';
import { windowOf } from '#api/looked-at.ts';
import { capabilityMap } from '#charts/capability-map.ts';
import { type Opened, textOfOpened } from '../../opened.ts';
import { Asked } from '../../parts/asked.tsx';
import { Picture } from '../../parts/picture.tsx';
import { theMetrics, theReadingsByCapability } from '../../queries.ts';
import { useChange, useView } from '../../view.ts';
import { useWorkspace } from '../../workspace.ts';
import type { CapabilityCard } from './card.ts';
import { type Measure, statedMeasures } from './measures.ts';

type Props = { readonly cards: readonly CapabilityCard[]; readonly unit: string };

/** All capabilities, coloured by what is chosen: what records state of them, or any figure that is cut by capability. */
export function CapabilityMapCard({ cards, unit }: Props) {
  const { by } = useView();
  const { span } = useWorkspace();
  const metrics = useQuery({ ...theMetrics, enabled: span !== null });
  const figures = (metrics.data?.metrics ?? []).filter(({ scopes }) => scopes.includes('capability'));
  const stated = statedMeasures(unit);
  const figure = figures.find(({ id }) => id === by);
  const measure = stated.find(({ id }) => id === by) ?? stated[0];
  return (
    <section className="card" aria-label="Map of capabilities">
      {figure ? (
        <ByFigure cards={cards} id={figure.id} title={figure.title} unit={figure.unit}>
          <Choice chosen={figure.id} stated={stated} figures={figures} />
        </ByFigure>
      ) : (
        measure && (
          <Coloured
            cards={cards}
            title={measure.title}
            unit={measure.unit}
            read={measure.read}
            opens={measure.opens}
            of={measure.of}
          >
            <Choice chosen={measure.id} stated={stated} figures={figures} />
          </Coloured>
        )
      )}
    </section>
  );
}

type Named = { readonly id: string; readonly title: string };

type ChoiceProps = { readonly chosen: string; readonly stated: readonly Named[]; readonly figures: readonly Named[] };

function Choice({ chosen, stated, figures }: ChoiceProps) {
  const change = useChange();
  const options = (all: readonly Named[]) =>
    all.map(({ id, title }) => (
      <option key={id} value={id}>
        {title}
      </option>
    ));
  return (
    <label className="choice filters">
      <span>Coloured by</span>
      <select value={chosen} onChange={({ target }) => change({ by: target.value }, 'in place')}>
        <optgroup label="On record">{options(stated)}</optgroup>
        {figures.length > 0 && <optgroup label="Figures">{options(figures)}</optgroup>}
      </select>
    </label>
  );
}

type FigureProps = {
  readonly cards: readonly CapabilityCard[];
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly children: React.ReactNode;
};

function ByFigure({ cards, id, title, unit, children }: FigureProps) {
  const view = useView();
  const query = useQuery(
    theReadingsByCapability(id, { window: windowOf(useWorkspace(), view.period), asOf: view.asOf }),
  );
  return (
    <Asked query={query} what="Reading the figure of each capability">
      {({ readings }) => {
        const values = new Map(readings.map(({ subject, value }) => [subject.capability, value]));
        return (
          <Coloured
            cards={cards}
            title={title}
            unit={unit}
            read={({ key }) => values.get(key) ?? null}
            opens={({ key }) => ({ id, where: { scope: 'capability', key } })}
            of={{ id }}
          >
            {children}
          </Coloured>
        );
      }}
    </Asked>
  );
}

type ColouredProps = Omit<FigureProps, 'id'> & Pick<Measure, 'read' | 'opens' | 'of'>;

function Coloured({ cards, title, unit, read, opens, of, children }: ColouredProps) {
  const { period } = useView();
  const capabilities = cards.map((card) => ({
    key: textOfOpened(opens(card)),
    id: card.key,
    name: card.name,
    parent: card.parent,
    strategic: card.strategic,
    value: read(card),
  }));
  return (
    <Picture
      chart={capabilityMap}
      data={{ measure: title, unit, period: period ?? 'all of the records', capabilities }}
      of={of satisfies Opened}
    >
      {children}
    </Picture>
  );
}
