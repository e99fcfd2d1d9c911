import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const layers = defineMetric({
  id: 'decision.layers',
  code: 'DE7',
  version: 1,
  title: 'Approval layers',
  question: 'How many approvals stand one behind the other before something is decided?',
  unit: 'layer',
  better: 'lower',
  signal: 2,
  formula:
    'Mean per decision made in the window of its layers: approvals that were open at a common moment are one layer. The mean wait per layer, in days, stands beside it: of each decision the mean length of its layers, and of these the mean.',
  edges:
    'Approvals that only touch, one given as the next is asked, are two layers. An approval that nobody asked for has no wait and is a layer of its own.',
  others: 'Others count approvers, so that three who are asked side by side weigh as much as three in a row.',
  scopes: ['decision-type', 'team', 'capability', 'item-type'],
  at: 'decided',
  rows: ({ from, until }) => sql`
    select source, item, cycle, decision_type, team, capability_key as capability, item_type, decided, path,
           layers, layer_wait / 86400 as layer_days
    from decision_case
    where decided >= ${from} and decided < ${until}`,
  summary: { kind: 'mean', of: 'layers', least: 1 },
  also: { waitPerLayer: { kind: 'mean', of: 'layer_days', unit: 'day' } },
});
