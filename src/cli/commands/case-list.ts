import { type CasesOf, listCases } from '#api/cases.ts';
import { Fault } from '#model/fault.ts';
import { defineCommand, textOf, wholeOf } from '../define.ts';
import { missingLine } from '../missing-line.ts';
import { rowLines } from '../row-lines.ts';
import { asOfLine, lookedOf, looks } from './asked.ts';

export const caseList = defineCommand({
  name: 'case list',
  says: 'the cases behind a stage, a move or a hand-off, those that took longest first',
  flags: [
    { flags: '--source <source>', says: 'the log that a stage is of; a --stage of every log when left out' },
    { flags: '--stage <stage>', says: 'what came to a stage in the window' },
    { flags: '--standing <stage>', says: 'what stood in a stage when the window ended' },
    { flags: '--from-stage <stage>', says: 'the moves from this stage to another' },
    { flags: '--to-stage <stage>', says: 'the stage they went to' },
    { flags: '--from-team <team>', says: 'the hand-offs from this team to another' },
    { flags: '--to-team <team>', says: 'the team that they went to' },
    ...looks,
    { flags: '--limit <n>', says: 'how many rows; 50 when left out' },
    { flags: '--offset <n>', says: 'how many to pass over' },
  ],
  examples: [
    'throughline case list --source tickets --stage approval',
    'throughline case list --from-team service-desk --to-team network --limit 10',
  ],
  run: async ({ ask, json, terminal }, _, flags) => {
    const offset = wholeOf(flags, 'offset', 0);
    const page = { limit: wholeOf(flags, 'limit', 50), offset };
    const answer = await ask(listCases, { ...lookedOf(flags), of: casesOf(flags), ...page });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    missingLine(terminal, answer);
    terminal.line(terminal.style('cyan', answer.title));
    rowLines(terminal, { ...answer, offset });
    return 0;
  },
});

/** What was asked for; the endpoint says when it is none or more than one thing. */
const casesOf = (flags: Readonly<Record<string, string | boolean | undefined>>): CasesOf => {
  const [stage, standing] = [textOf(flags.stage), textOf(flags.standing)];
  const move = pair(flags, 'stage');
  const handOff = pair(flags, 'team');
  const source = textOf(flags.source);
  if ((standing ?? move) !== undefined && source === undefined) {
    throw new Fault('input-refused', { field: '--source', found: 'nothing', expected: 'the log that the stage is of' });
  }
  return {
    ...(stage === undefined ? {} : { stage: { stage, ...(source === undefined ? {} : { source }) } }),
    ...(standing === undefined ? {} : { standing: { source: source ?? '', stage: standing } }),
    ...(move === undefined ? {} : { move: { source: source ?? '', ...move } }),
    ...(handOff === undefined ? {} : { handOff }),
  };
};

const pair = (flags: Readonly<Record<string, string | boolean | undefined>>, of: 'stage' | 'team') => {
  const [from, to] = of === 'stage' ? [flags.fromStage, flags.toStage] : [flags.fromTeam, flags.toTeam];
  if (from === undefined && to === undefined) return undefined;
  return { from: textOf(from) ?? '', to: textOf(to) ?? '' };
};
