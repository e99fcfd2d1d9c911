import { tryApart } from './apart.ts';
import { isSubject, nearestTo, subjectOf, subjects } from './subjects.ts';
import { least, type Outcome, tryAll, variantsOf } from './trial.ts';

/**
 * Breaks the formulas of metrics, rules and signs, all or those that are named, and says which of the wrong ones no case
 * notices; ends with 1 where too many are not noticed. `--json ID [MOST]` is how a process does it for another.
 */
const told = (outcome: Outcome): string[] => {
  const { id, noticed, survived, harmless, unused } = outcome;
  const variants = variantsOf(outcome);
  const share = variants === 0 ? 1 : noticed / variants;
  const verdict = isGood(outcome) ? '' : `  below ${least * 100} %`;
  return [
    `${id.padEnd(34)} variants ${String(variants).padStart(3)}  noticed ${String(noticed).padStart(3)}  ${(share * 100).toFixed(0).padStart(3)} %  harmless ${harmless}${verdict}`,
    ...survived.map(({ before, after }) => `    survived: ${before}\n        for:  ${after}`),
    ...unused.map((line) => `    listed as harmless, and not found or noticed: ${line}`),
  ];
};

const isGood = (outcome: Outcome): boolean =>
  outcome.noticed >= least * variantsOf(outcome) && outcome.unused.length === 0;

const asked = process.argv.slice(2);
const unknown = asked[0] === '--json' ? undefined : asked.find((id) => !isSubject(id));
if (unknown !== undefined) {
  process.stderr.write(`No metric, rule or sign is called ${unknown}. Nearest are ${nearestTo(unknown).join(', ')}.\n`);
  process.exitCode = 2;
} else if (asked[0] === '--json') {
  const [, id = '', most] = asked;
  process.stdout.write(JSON.stringify(await tryAll(subjectOf(id), most === undefined ? undefined : Number(most))));
} else {
  for (const id of asked.length > 0 ? asked : subjects.map((subject) => subject.id)) {
    const outcome = await tryApart(id);
    process.stdout.write(`${told(outcome).join('\n')}\n`);
    if (!isGood(outcome)) process.exitCode = 1;
  }
}
