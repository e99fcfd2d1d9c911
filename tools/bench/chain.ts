import { parseArgs } from 'node:util';
import type { DesignInput } from '#model/design-model.ts';
import { DesignModel } from '#model/design-model.ts';
import { compileChain } from '#value/chain/chain.ts';
import { coverageOf, fundingAmounts } from '#value/chain/coverage.ts';
import { fundingIn } from '#value/chain/funding.ts';
import { traceOf } from '#value/chain/trace.ts';
import { Random } from '../generate/service-desk/random.ts';

/**
 * How long questions about a great chain of value take, in milliseconds of wall clock and of this process alone: 5,000
 * initiatives, some 200,000 links, ten years of monthly spend.
 */
const { values } = parseArgs({ options: { initiatives: { type: 'string', default: '5000' } } });
const initiatives = Number(values.initiatives);
const random = new Random(1, 'chain');

const keys = (kind: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${kind}${n}`);
const kinds = {
  investment: keys('i', initiatives / 5),
  initiative: keys('p', initiatives),
  capability: keys('c', initiatives / 10),
  outcome: keys('o', initiatives / 5),
  benefit: keys('b', initiatives / 5),
} as const;

type Kind = keyof typeof kinds;

const links = (from: Kind, to: Exclude<Kind, 'investment'>, fan: number): NonNullable<DesignInput['chainLinks']> =>
  kinds[from].flatMap((giver) =>
    [...new Set(Array.from({ length: fan }, () => random.pick(kinds[to])))].map((receiver) => ({
      giver: { [from]: giver },
      receiver: { [to]: receiver },
      passes: Math.floor((random.next() * 1e6) / fan) / 1e6,
      grade: random.pick(['A', 'B', 'C', 'D', 'E'] as const),
      rationale: 'r',
    })),
  );

const months = Array.from({ length: 120 }, (_, month) =>
  new Date(Date.UTC(2016, month, 15)).toISOString().slice(0, 10),
);
const model = DesignModel.parse({
  planningPeriods: [{ key: 'y', kind: 'year', from: '2025-01-01', to: '2026-01-01' }],
  investments: kinds.investment.map((key) => ({
    key,
    basis: 'project',
    class: 'grow',
    spend: months.map((on) => ({ on, amount: { amount: `${random.whole(1, 1e7) / 100}`, currency: 'EUR' } })),
  })),
  initiatives: kinds.initiative.map((key) => ({ key })),
  capabilities: kinds.capability.map((key) => ({ key, kind: 'it' })),
  outcomes: kinds.outcome.map((key) => ({ key })),
  benefits: kinds.benefit.map((key) => ({
    key,
    kind: 'cost',
    currency: 'EUR',
    plan: { profile: [{ period: 'y', value: '1' }] },
  })),
  chainLinks: [
    ...links('investment', 'initiative', 20),
    ...links('initiative', 'capability', 20),
    ...links('capability', 'outcome', 80),
    ...links('outcome', 'benefit', 50),
  ],
});

const timed = <Answer>(what: string, work: () => Answer): Answer => {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const answer = work();
  const { user, system } = process.cpuUsage(used);
  console.log(
    `${what.padEnd(28)} ${Math.round(performance.now() - began)} ms, ${Math.round((user + system) / 1000)} ms of processors`,
  );
  return answer;
};

const days = { from: '2016-01-01', to: '2026-01-01' };
console.log(`${initiatives} initiatives, ${model.chainLinks.length} links`);
for (const turn of ['cold', 'warm']) {
  console.log(turn);
  const chain = timed('compiled once', () => compileChain(model));
  const { lines } = timed('money of ten years', () => fundingIn(model, 'spend', days));
  const amounts = fundingAmounts(chain, lines);
  timed('trace of everything', () => traceOf(chain, 'forward', amounts));
  timed('trace of one benefit', () => traceOf(chain, 'forward', amounts, chain.find('benefit', 'b7')));
  timed('trace of one initiative', () => traceOf(chain, 'forward', amounts, chain.find('initiative', 'p7')));
  timed('coverage with every break', () => coverageOf(chain, model, { days, lines }));
}
