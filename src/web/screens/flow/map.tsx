import { flowMap } from '#charts/flow-map.ts';
import type { FlowMap } from '#model/flow.ts';
import { casesId } from '../../cases.ts';
import { textOfOpened } from '../../opened.ts';
import { Picture } from '../../parts/picture.tsx';
import { useChange, useView } from '../../view.ts';
import { useWorkspace } from '../../workspace.ts';
import { useOf, usePeriodName } from './looked.ts';

/** As much as is drawn before anybody asks for more or less. */
const usualDetail = 0.8;

type Props = { readonly flows: readonly FlowMap[] };

/** The log that is looked at: the one in the address, else the one with most items. */
export const flowIn = (flows: readonly FlowMap[], log: string | undefined): FlowMap | undefined =>
  flows.find(({ source }) => source === log) ?? flows[0];

/** How work went from stage to stage, the most frequent ways first; without stages that nothing of it came to. */
export function FlowMapCard({ flows }: Props) {
  const { log, detail = usualDetail } = useView();
  const of = useOf();
  const period = usePeriodName();
  const flow = flowIn(flows, log);
  if (!flow) return null;
  const { source, moves } = flow;
  const stages = flow.stages.filter(({ key, items }) => items > 0 || moves.some(({ from }) => from === key));
  const opens = (id: string): string => textOfOpened(of(id));
  const stageKey = (stage: string): string => opens(casesId({ stage: { source, stage } }));
  const data = {
    period,
    detail,
    stages: stages.map(({ key, name, kind, items }) => ({ key: stageKey(key), name, kind, items })),
    moves: moves.map(({ from, to, count, medianDays, designed }) => ({
      key: opens(casesId({ move: { source, from, to } })),
      from: stageKey(from),
      to: stageKey(to),
      count,
      medianDays,
      designed,
    })),
  };
  return (
    <section className="card" aria-label="Flow map">
      <Picture chart={flowMap} data={data} of={of('flow.waiting')}>
        <div className="filters">
          {flows.length > 1 && <LogChoice flows={flows} chosen={source} />}
          <Detail detail={detail} />
        </div>
      </Picture>
    </section>
  );
}

function LogChoice({ flows, chosen }: Props & { readonly chosen: string }) {
  const change = useChange();
  const { sources } = useWorkspace();
  return (
    <label className="choice">
      <span>Log</span>
      <select value={chosen} onChange={({ target }) => change({ log: target.value })}>
        {flows.map(({ source }) => (
          <option key={source} value={source}>
            {sources.find(({ key }) => key === source)?.name ?? source}
          </option>
        ))}
      </select>
    </label>
  );
}

const step = 0.1;

/** How much of all moves is drawn, from the backbone alone to every one. */
function Detail({ detail }: { readonly detail: number }) {
  const change = useChange();
  const take = (wanted: number): void =>
    change({ detail: Math.round(Math.max(0, Math.min(1, wanted)) * 100) / 100 }, 'in place');
  return (
    <div className="choice detail">
      <button type="button" onClick={() => take(detail - step)} disabled={detail <= 0}>
        fewer
      </button>
      <label>
        <span>Moves drawn</span>
        <input
          type="range"
          min="0"
          max="1"
          step="0.05"
          value={detail}
          aria-valuetext={detail === 0 ? 'the backbone' : `${Math.round(detail * 100)}% of all moves`}
          onChange={({ target }) => take(Number(target.value))}
        />
      </label>
      <button type="button" onClick={() => take(detail + step)} disabled={detail >= 1}>
        more
      </button>
    </div>
  );
}
