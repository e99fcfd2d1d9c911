import { join } from 'node:path';
import { discoverModel } from '#api/discovery.ts';
import type {
  DiscoveredDecision,
  DiscoveredFlow,
  DiscoveredOwner,
  DiscoveredShare,
  Discovery,
} from '#model/discovery.ts';
import { defineCommand, numberOf, textOf } from '../define.ts';
import { count, counted, percent, rounded } from '../numbers.ts';
import { word } from '../shell-word.ts';
import { type Terminal, table, wrapped } from '../terminal.ts';
import { asOf, asOfLine } from './asked.ts';

export const discover = defineCommand({
  name: 'discover',
  says: 'the operating model that the evidence shows: stages, moves, owners, groups of teams, deciders',
  flags: [
    {
      flags: '--draft',
      says: 'a draft design as YAML on standard output, to correct and put in force; with --json as the text `draft`',
    },
    asOf,
    { flags: '--detail <share>', says: 'how much of all moves the frequent ways cover, 0 to 1; 0.9 when left out' },
  ],
  examples: [
    'throughline discover examples/service-desk',
    'throughline discover --draft my-it > my-it/model/discovered.yaml',
  ],
  run: async ({ ask, json, terminal, folder }, _, flags) => {
    const answer = await ask(discoverModel, { detail: numberOf(flags, 'detail'), asOf: textOf(flags.asOf) });
    if (json(answer)) return 0;
    if (flags.draft === true) process.stdout.write(answer.draft);
    else {
      asOfLine(terminal, flags);
      show(terminal, answer.discovery);
      const past = flags.asOf === undefined ? '' : `--as-of ${word(String(flags.asOf))} `;
      const draft = `throughline discover --draft ${past}${word(folder)} > ${word(join(folder, 'model/discovered.yaml'))}`;
      terminal.line();
      terminal.line(terminal.style('dim', `As a draft design: ${draft}`));
    }
    return 0;
  },
});

const show = (terminal: Terminal, discovery: Discovery): void => {
  for (const flow of discovery.flows) showFlow(terminal, flow);
  showOwners(terminal, discovery.owners);
  showGroups(terminal, discovery);
  showHandovers(terminal, discovery);
  showDecisions(terminal, discovery.decisions);
  for (const { by, cases } of discovery.neverRefuse) {
    terminal.line(
      `  ${terminal.style('yellow', by)} refused hardly any of ${counted(cases, 'case')}: it adds a wait and changes nothing`,
    );
  }
};

const showFlow = (terminal: Terminal, flow: DiscoveredFlow): void => {
  if (flow.stages.length === 0) return;
  const { line, style } = terminal;
  line(
    `${style('cyan', `Stages of ${flow.source}, in the order of the work`)}  ${style('dim', `${counted(flow.items, 'item')}, ${counted(flow.moves, 'move')}`)}`,
  );
  const columns = [
    { title: 'stage', most: 28 },
    { title: 'kind' },
    { title: 'items', right: true },
    { title: 'visits', right: true },
  ];
  table(
    terminal,
    columns,
    flow.stages.map(({ key, kind, items, visits }) => [key, kind ?? 'unknown', count(items), count(visits)]),
  );
  line(`  ${style('dim', `the frequent ways, ${percent(flow.covered ?? 0)} of all moves`)}`);
  const frequent = flow.edges.filter((edge) => edge.frequent).slice(0, 16);
  const moves = [
    { title: 'from', most: 24 },
    { title: 'to', most: 24 },
    { title: 'moves', right: true },
    { title: 'share', right: true },
    { title: 'after, mean d', right: true },
    { title: '' },
  ];
  table(
    terminal,
    moves,
    frequent.map(({ from, to, count: times, share, meanDays, backward }) => [
      from,
      to,
      count(times),
      percent(share),
      meanDays === null ? '–' : rounded(meanDays),
      backward ? style('yellow', '↶ back') : '',
    ]),
  );
  line();
};

const showOwners = (terminal: Terminal, owners: readonly DiscoveredOwner[]): void => {
  if (owners.length === 0) return;
  terminal.line(terminal.style('cyan', 'Who really does the work'));
  const columns = [
    { title: 'of', most: 28 },
    { title: 'team', most: 24 },
    { title: 'share', right: true },
    { title: '95%', right: true },
    { title: 'items', right: true },
    { title: 'acting teams', right: true },
    { title: 'next', most: 24 },
  ];
  table(
    terminal,
    columns,
    owners.slice(0, 30).map(({ of, key, owner, teams, items, effectiveTeams, runnerUp, missing }) => {
      const share = teams.find(({ team }) => team === owner)?.share;
      return [
        of === 'initiative' ? `initiative ${key}` : key,
        owner ?? missing ?? '–',
        shareCell(share),
        share === undefined || isTooFew(share) ? '–' : `${percentOr(share.lower)}–${percentOr(share.upper)}`,
        count(items),
        effectiveTeams === null ? '–' : rounded(effectiveTeams, 1),
        runnerUp ?? '–',
      ];
    }),
  );
  terminal.line();
};

/** Shares of fewer cases say more about single cases than about the whole. */
const fewest = 5;

const isTooFew = (share: DiscoveredShare | undefined): boolean =>
  share !== undefined && share.n > 0 && share.n < fewest;

const shareCell = (share: DiscoveredShare | undefined): string =>
  isTooFew(share) ? 'too few' : percentOr(share?.value);

const percentOr = (share: number | null | undefined): string => (share == null ? '–' : percent(share));

const showGroups = ({ line, style, width }: Terminal, { communities }: Discovery): void => {
  if (communities.groups.length === 0) return;
  const { modularity, inside, across, groups, regrouping } = communities;
  line(
    `${style('cyan', 'Teams that hand work to each other')}  ${style('dim', `${count(inside)} hand-overs inside groups, ${count(across)} across; modularity ${modularity === null ? '–' : rounded(modularity)}`)}`,
  );
  for (const { teams } of groups) for (const text of wrapped(teams.join(', '), width - 6, '  ')) line(`  ${text}`);
  if (regrouping) {
    line(
      `  Moving ${style('bold', regrouping.team)} to the group of ${regrouping.to} would remove ${counted(regrouping.removes, 'hand-over')} between groups.`,
    );
  }
  line();
};

const showHandovers = (terminal: Terminal, { handovers }: Discovery): void => {
  if (handovers.pairs.length === 0) return;
  terminal.line(terminal.style('cyan', `The most frequent of ${counted(handovers.count, 'hand-over')}`));
  const columns = [
    { title: 'from', most: 28 },
    { title: 'to', most: 28 },
    { title: 'times', right: true },
    { title: 'waited, median d', right: true },
    { title: 'taken up', right: true },
  ];
  table(
    terminal,
    columns,
    handovers.pairs
      .slice(0, 12)
      .map(({ from, to, count: times, medianWaitDays, answered }) => [
        from,
        to,
        count(times),
        medianWaitDays === null ? '–' : rounded(medianWaitDays),
        shareCell(answered),
      ]),
  );
  terminal.line();
};

const showDecisions = (terminal: Terminal, decisions: readonly DiscoveredDecision[]): void => {
  if (decisions.length === 0) return;
  terminal.line(terminal.style('cyan', 'Who really decides'));
  const columns = [
    { title: 'decision', most: 26 },
    { title: 'by', most: 24 },
    { title: 'level', most: 14 },
    { title: 'share', right: true },
    { title: 'decided', right: true },
    { title: 'p50 d', right: true },
    { title: 'p85 d', right: true },
    { title: 'ways', right: true },
  ];
  table(
    terminal,
    columns,
    decisions.map(({ type, deciders: [first], decided, p50Days, p85Days, effectiveVariants }) => [
      type,
      first?.by ?? '–',
      first?.level ?? 'unknown',
      shareCell(first?.share),
      count(decided),
      p50Days === null ? '–' : rounded(p50Days),
      p85Days === null ? '–' : rounded(p85Days),
      effectiveVariants === null ? '–' : rounded(effectiveVariants, 1),
    ]),
  );
};
