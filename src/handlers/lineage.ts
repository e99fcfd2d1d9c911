import { type Lineage, traceLineage } from '#api/lineage.ts';
import { originsOfRules } from '#conformance/origins.ts';
import { metrics } from '#metrics/index.ts';
import { originsOf } from '#metrics/origins.ts';
import { serve } from './define.ts';
import { contextOf } from './diagnosis.ts';
import { groundOf } from './figures.ts';
import { refresh } from './refresh.ts';

export const answerTraceLineage = serve(traceLineage, async (asked, room) => {
  const standing = await refresh(room, asked);
  const ground = await groundOf(room, standing);
  const context = contextOf(room, standing, {}, ground.shownTeam);
  const lineage: Lineage[] = [];
  for (const metric of metrics) {
    const { sources, others } = await originsOf(ground, metric, standing.span);
    lineage.push({ id: metric.id, kind: 'metric', sources: [...sources], others });
  }
  for (const { rule, sources, others } of await originsOfRules(context)) {
    lineage.push({ id: rule, kind: 'rule', sources: [...sources], others });
  }
  return { asOf: new Date(standing.asOf).toISOString(), lineage };
});
