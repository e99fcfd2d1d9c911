import { showGate } from '#api/finance.ts';
import { gateOf } from '#value/gate/gate.ts';
import { serve } from './define.ts';
import { pricedChain, toldOf } from './priced-chain.ts';

export const answerShowGate = serve(showGate, async (asked, room) => {
  const { gateFrom: from } = room.workspace.configuration.finance;
  const priced = await pricedChain(room, asked);
  const { chain, model, today, convert } = priced;
  const rows = gateOf(chain, model, { today, convert, from });
  const count = (result: (typeof rows)[number]['result']): number => rows.filter((row) => row.result === result).length;
  return {
    ...toldOf(priced),
    from,
    counts: {
      ready: count('ready'),
      missing: count('missing'),
      overridden: count('overridden'),
      below: count('below'),
    },
    spentWithout: rows.filter(({ result, firstSpentOn }) => result === 'missing' && firstSpentOn !== undefined).length,
    rows: rows.map(({ node, override, firstSpentOn, lacks, ...row }) => ({
      ...row,
      kind: node.kind === 'investment' ? ('investment' as const) : ('initiative' as const),
      key: node.key,
      name: node.name,
      lacks: [...lacks],
      firstSpentOn: firstSpentOn ?? null,
      override: override
        ? { key: override.key, grantedBy: override.grantedBy, on: override.on, reason: override.reason }
        : null,
    })),
  };
});
