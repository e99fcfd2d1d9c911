import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DesignModel } from '#model/design-model.ts';
import { workspaceViolations } from '#model/rules/violations.ts';
import { compileChain } from '#value/chain/chain.ts';
import { coverageOf, fundingAmounts } from '#value/chain/coverage.ts';
import { fundingIn } from '#value/chain/funding.ts';
import { traceOf } from '#value/chain/trace.ts';
import { generate, portfolioOf, usualInitiatives } from './generate.ts';

const days = { from: '2024-01-01', to: '2026-01-01' };
const example = join(import.meta.dirname, '..', '..', '..', 'examples', 'portfolio');

const world = (seed: number, initiatives: number) => {
  const { model: input, ledger } = portfolioOf({ seed, initiatives });
  const model = DesignModel.parse(input);
  return { model, ledger, chain: compileChain(model), lines: fundingIn(model, 'spend', days).lines };
};

test('the example is what the generator writes', () => {
  for (const [path, text] of generate({ seed: 1, initiatives: usualInitiatives })) {
    expect(readFileSync(join(example, path), 'utf8'), path).toBe(text);
  }
});

test.each([1, 2, 3])('of seed %i, traces equal the ledger, to the cent', (seed) => {
  const { model, ledger, chain, lines } = world(seed, usualInitiatives);
  expect(workspaceViolations([model])).toEqual([]);
  const found: Record<string, Record<string, number>> = {};
  for (const { unit, nodes } of traceOf(chain, 'forward', fundingAmounts(chain, lines))) {
    for (const { node, amount } of nodes) {
      const at = `${node.kind} ${node.key}`;
      found[at] = { ...found[at], [unit]: Number(amount.replace('.', '')) };
    }
  }
  expect(found).toEqual(ledger.arrivedCents);
});

test('every planted break is listed, and no other', () => {
  const { model, ledger, chain, lines } = world(1, usualInitiatives);
  const { breaks } = coverageOf(chain, model, { days, lines });
  const found = breaks.map(({ node, side, reason }) => ({ at: `${node?.kind} ${node?.key}`, side, reason }));
  expect(found.toSorted((a, b) => a.at.localeCompare(b.at))).toEqual(
    ledger.planted.map((each) => each.break).toSorted((a, b) => a.at.localeCompare(b.at)),
  );
});
