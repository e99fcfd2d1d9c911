import { useQuery } from '@tanstack/react-query';
import type { Diagnosis } from '#model/diagnosis.ts';
import type { Reading } from '#model/reading.ts';
import { amount } from '../../amount.ts';
import { Figure } from '../../parts/figure.tsx';
import { theMetrics } from '../../queries.ts';
import { useWords } from '../../workspace.ts';
import type { BriefFinding } from '../brief/findings-of.ts';
import { effectOf, type Moved, titleOf } from './effect-of.ts';

type Props = { readonly before: Diagnosis | null; readonly after: Diagnosis | null };

/** Findings that would come and go, and the main figures before and after. What stands now opens as everywhere. */
export function EffectOf({ before, after }: Props) {
  const words = useWords();
  const { appear, disappear, stay, moved } = effectOf(before, after);
  if (!after) return <p>No figure could be made of it.</p>;
  return (
    <div className="effect">
      <p className="effect-sentence">{after.sentence}</p>
      <div className="effect-findings">
        <Findings title="Findings that appear" all={appear} none="None." />
        {before && <Findings title="Findings that go" all={disappear} none="None." opens />}
        {stay.length > 0 && <p className="muted">{words.counted(stay.length, 'finding')} would stay.</p>}
      </div>
      {moved.length > 0 && <Figures all={moved} isFirst={before === null} />}
    </div>
  );
}

type FindingsProps = {
  readonly title: string;
  readonly all: readonly BriefFinding[];
  readonly none: string;
  readonly opens?: boolean;
};

function Findings({ title, all, none, opens = false }: FindingsProps) {
  return (
    <section>
      <h3>{title}</h3>
      {all.length === 0 && <p className="muted">{none}</p>}
      <ul className="plain-list">
        {all.map((finding) => {
          const says = `${titleOf(finding)}, severity ${Math.round(finding.severity)}`;
          return <li key={finding.id}>{opens ? <Figure of={{ id: finding.id }}>{says}</Figure> : says}</li>;
        })}
      </ul>
    </section>
  );
}

function Figures({ all, isFirst }: { readonly all: readonly Moved[]; readonly isFirst: boolean }) {
  const { data } = useQuery(theMetrics);
  const titleOf = (metric: string): string => data?.metrics.find(({ id }) => id === metric)?.title ?? metric;
  return (
    <table className="effect-figures">
      <thead>
        <tr>
          <th scope="col">figure</th>
          {!isFirst && (
            <th scope="col" className="number">
              now
            </th>
          )}
          <th scope="col" className="number">
            with the file
          </th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ metric, before, after }) => (
          <tr key={metric}>
            <th scope="row">{titleOf(metric)}</th>
            {!isFirst && (
              <td className="number">
                <Figure of={{ id: metric }}>
                  <Value reading={before} />
                </Figure>
              </td>
            )}
            <td className="number">
              <Value reading={after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ reading }: { readonly reading: Reading | undefined }) {
  const words = useWords();
  return reading?.value == null ? 'no data' : amount(words, reading.value, reading.unit, reading);
}
