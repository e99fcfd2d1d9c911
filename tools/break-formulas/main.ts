import { spawnSync } from 'node:child_process';
import { metrics } from '#metrics/index.ts';
import { type Outcome, tryMetric } from './trial.ts';

/** The share of wrong formulas that a table of cases must notice. */
const least = 0.85;

/** One line a metric, and below it the wrong formulas that nobody noticed. */
const told = ({ metric, killed, survived, harmless }: Outcome): string[] => {
  const tried = killed + survived.length;
  const share = tried === 0 ? 0 : killed / tried;
  const verdict = share < least ? `  below ${least * 100} %` : '';
  return [
    `${metric.padEnd(28)} mutants ${String(tried).padStart(3)}  killed ${String(killed).padStart(3)}  ${(share * 100).toFixed(0).padStart(3)} %  harmless ${harmless}${verdict}`,
    ...survived.map(({ before, after }) => `    survived: ${before}\n        for:  ${after}`),
  ];
};

const run = async (metric: string): Promise<boolean> => {
  const outcome = await tryMetric(metric);
  process.stdout.write(`${told(outcome).join('\n')}\n`);
  return outcome.killed >= least * (outcome.killed + outcome.survived.length);
};

/** Each metric in a process of its own, because the logs of all would not fit beside each other. */
const runEach = (ids: readonly string[]): boolean =>
  ids
    .map((id) => spawnSync(process.execPath, [import.meta.filename, id], { stdio: 'inherit' }).status === 0)
    .every(Boolean);

const asked = process.argv.slice(2);
const ids = asked.length > 0 ? asked : metrics.map(({ id }) => id);
const [only] = ids;
const good = ids.length === 1 && only !== undefined ? await run(only) : runEach(ids);
process.exitCode = good ? 0 : 1;
