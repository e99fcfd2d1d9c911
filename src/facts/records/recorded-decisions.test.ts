import { expect, test } from 'vitest';
import { DesignModel } from '#model/design-model.ts';
import { modelInForce } from '#model/model-in-force.ts';
import { recordedDecisions } from './recorded-decisions.ts';

type Decides = 'fund' | 'prioritise' | 'other';

const designOf = (design: object, decides?: Decides) =>
  DesignModel.parse({
    design: { status: 'in-force', ...design },
    decisionTypes: decides === undefined ? [] : [{ key: 'bet', decides }],
    decisions: [
      { key: 'a', type: 'bet', raisedAt: '2026-03-31T22:30:00Z', decidedAt: '2026-04-20T09:00:00Z' },
      { key: 'b', type: 'bet', raisedAt: '2026-03-31T21:30:00Z', decidedAt: '2026-04-20T09:00:00Z' },
    ],
  });

const before = { key: 'before', to: '2026-04-01' };
const since = { key: 'since', from: '2026-04-01' };

/** Raised within half an hour of midnight in Berlin: a after it, b before it. */
test.each<[string, DesignModel[], string]>([
  ['the design of the local day', [designOf(before, 'fund'), designOf(since, 'other')], 'a other, b fund'],
  ['another design where that one does not know it', [designOf(before, 'fund'), designOf(since)], 'a fund, b fund'],
  [
    'no draft before a design in force',
    [designOf({ key: 'a', status: 'draft' }, 'other'), designOf(since, 'fund')],
    'a fund, b other',
  ],
  ['nobody where no design knows it', [designOf(before), designOf(since)], 'a null, b null'],
])('what a type decides is said by %s', (_, designs, expected) => {
  const [timeZone, asOf] = ['Europe/Berlin', Date.parse('2026-05-01T00:00:00Z')];
  const model = modelInForce(designs, asOf, timeZone);
  const rows = recordedDecisions.rows({ designs, model, timeZone, asOf, strategicCut: 2, currency: 'EUR' });
  expect(rows.map(([key, , decides]) => `${key} ${decides}`).join(', ')).toBe(expected);
});
