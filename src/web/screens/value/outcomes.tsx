import { useQuery } from '@tanstack/react-query';
import type { OutcomeRow } from '#api/outcomes.ts';
import { type CsvColumn, csvOf } from '../../csv.ts';
import { Asked } from '../../parts/asked.tsx';
import { Card } from '../../parts/card.tsx';
import { CsvButton } from '../../parts/csv-button.tsx';
import { Figure } from '../../parts/figure.tsx';
import { FirstRows } from '../../parts/first-rows.tsx';
import { Scrolled } from '../../parts/scrolled.tsx';
import { ToOwnPage } from '../../parts/to-own-page.tsx';
import { theOutcomes } from '../../queries.ts';
import { outcomeId } from '../../value-names.ts';
import { useView } from '../../view.ts';
import { useWords } from '../../workspace.ts';

/** Every outcome: from where to where, how far it has come, and what else may explain it. */
export function Outcomes() {
  const query = useQuery(theOutcomes(useView().asOf));
  return (
    <Asked query={query} what="Reading the outcomes">
      {({ outcomes }) => (outcomes.length === 0 ? null : <Listed outcomes={outcomes} />)}
    </Asked>
  );
}

function Listed({ outcomes }: { readonly outcomes: readonly OutcomeRow[] }) {
  return (
    <Card title="Outcomes" says={<CsvButton name="outcomes" text={() => csvOf(columns, outcomes)} />}>
      <Scrolled label="Outcomes">
        <FirstRows rows={outcomes}>
          {(shown) => (
            <table className="rows full">
              <thead>
                <tr>
                  <th scope="col">outcome</th>
                  <th scope="col">in</th>
                  <th scope="col" className="number">
                    baseline
                  </th>
                  <th scope="col" className="number">
                    latest
                  </th>
                  <th scope="col" className="number">
                    target
                  </th>
                  <th scope="col" className="number">
                    of the way
                  </th>
                  <th scope="col" className="number">
                    measured
                  </th>
                  <th scope="col" className="number">
                    not ruled out
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map((outcome) => (
                  <Row key={outcome.key} outcome={outcome} />
                ))}
              </tbody>
            </table>
          )}
        </FirstRows>
      </Scrolled>
    </Card>
  );
}

function Row({ outcome }: { readonly outcome: OutcomeRow }) {
  const words = useWords();
  const { key, name, unit, baseline, latest, target, progress, measurements, openRivals } = outcome;
  const of = { id: outcomeId(key) };
  const at = (value: OutcomeRow['latest']): string => (value === null ? '–' : words.stated(value.value, unit ?? ''));
  return (
    <tr data-figure={of.id}>
      <th scope="row">
        <ToOwnPage of={{ kind: 'outcome', key }}>{name}</ToOwnPage>
      </th>
      <td>{unit ?? <span className="status warn">no unit</span>}</td>
      <td className="number">{at(baseline)}</td>
      <td className="number">{at(latest)}</td>
      <td className="number">{at(target)}</td>
      <td className="number">
        <Figure of={of}>{progress === null ? '–' : words.figure(progress, 'share')}</Figure>
      </td>
      <td className="number">{words.count(measurements)}</td>
      <td className="number">{words.count(openRivals)}</td>
    </tr>
  );
}

const columns: readonly CsvColumn<OutcomeRow>[] = [
  ['key', ({ key }) => key],
  ['name', ({ name }) => name],
  ['unit', ({ unit }) => unit],
  ['better', ({ direction }) => direction],
  ['baseline', ({ baseline }) => baseline?.value],
  ['latest', ({ latest }) => latest?.value],
  ['latest on', ({ latest }) => latest?.on],
  ['target', ({ target }) => target?.value],
  ['progress', ({ progress }) => progress],
  ['measurements', ({ measurements }) => measurements],
  ['open rivals', ({ openRivals }) => openRivals],
];
