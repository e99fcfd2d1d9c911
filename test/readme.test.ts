import { mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nextSteps } from '#cli/commands/tour.ts';
import { commands } from '#cli/index.ts';
import { metrics } from '#metrics/index.ts';
import { blocksUnder, readme, started, typedAsRead } from './fixtures/readme.ts';
import { copyOfExample, removed } from './fixtures/workspace.ts';

/** A folder like that of the project, as far as the README speaks of it. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-readme-'));
  mkdirSync(join(folder, 'examples'));
  renameSync(copyOfExample('service-desk'), join(folder, 'examples', 'service-desk'));
});
afterAll(() => removed(folder));

const tour = blocksUnder('Two minutes');
const typedNext = tour.flatMap(({ kind, text }) => (kind === 'sh' ? text.trim().split('\n') : []));

/** What the README says of each command, as something to be found in what that prints, in this order. */
const told: Readonly<Record<string, readonly RegExp[]>> = {
  'npx throughline conform --rule structure.work-by-owner examples/service-desk': [
    /^ {3}Work is done by its accountable team {2}severity 7\d /mu,
    /÷ Σ active time on objects that had\s+one/u,
    /Thresholds: /u,
    /^ {3}tickets INC\d+: .* hours of work by Claims on capability Claims payout, for which Billing is accountable$/mu,
    / cases that broke it$/mu,
  ],
  'npx throughline metric show FL3 --by team examples/service-desk': [
    /^Flow efficiency {2}FL3 · /u,
    /^ {2}subject +value +95% +n +coverage/mu,
    /^ {2}billing +[\d.]+% +[\d.]+–[\d.]+ +\d+ +\d+%/mu,
  ],
  'npx throughline metric rows decision.latency examples/service-desk': [
    /^ {2}source +item +.*raised +decided +days/mu,
    /^ {2}approvals +APR\d+ /mu,
    /of \d+ rows/u,
  ],
  'npx throughline discover examples/service-desk': [
    /^Stages of tickets/mu,
    /^Who really does the work/mu,
    /^ +claims-payout +claims /mu,
    /^Who really decides/mu,
  ],
  'npx throughline explain sign.decision-bottlenecks examples/service-desk': [
    /^Decisions are a bottleneck /u,
    /^ Decisions meet their target time .* sign\.decision-bottlenecks\.target-time #T-/mu,
  ],
};

/** What the first look tells to type about the example, but for what the README names too. */
const furtherSteps = nextSteps
  .flatMap((step) => /^npx throughline .*?examples\/service-desk/u.exec(step)?.[0] ?? [])
  .filter((command) => !typedNext.includes(command));

describe('what the README shows in two minutes', () => {
  test('begins with a diagnosis that holds all that the README names, prints what it quotes, and ends in a browser', async () => {
    const { status, stdout, stderr, page } = await started(folder);
    expect([status, stderr]).toEqual([0, '']);
    expect(page).toContain('<title>Throughline</title>');
    const headings = [
      ' keeps ',
      '\nThe signs of misalignment\n',
      '\nThe five dimensions ',
      '\nFurthest from the design\n',
      '\nWhere work waits\n',
      '\nWhere decisions wait\n',
      '\nWhat could not be said\n',
      '\nhttp://127.0.0.1:',
    ];
    const places = headings.map((heading) => stdout.indexOf(heading));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const quoted = tour.filter(({ kind }) => kind === 'text');
    expect(quoted).toHaveLength(1);
    for (const { text } of quoted) expect(stdout.replaceAll(/\p{Zs}/gu, ' ')).toContain(text);
  });

  test.each(furtherSteps)('and %s, which the first look tells to type, ends well', (command) => {
    expect(typedAsRead(folder, command).status).toBe(0);
  });

  test('goes on with commands that are all known here', () => {
    expect(typedNext).toEqual(Object.keys(told));
  });

  test.each(Object.entries(told))('%s answers what is said of it', (command, answers) => {
    const { status, stdout, stderr } = typedAsRead(folder, command);
    expect([status, stderr]).toEqual([0, '']);
    for (const answer of answers) expect(stdout).toMatch(answer);
  });

  test('names a draft design, which is one', () => {
    const { status, stdout } = typedAsRead(folder, 'npx throughline discover --draft examples/service-desk');
    expect(status).toBe(0);
    expect(stdout).toContain('status: draft');
  });
});

test('the README counts the figures there are, and lists every command but the first look', () => {
  expect(readme).toContain(
    `| ${metrics.length} figures of alignment, flow, decisions, quality, capabilities, outcomes and efficiency |`,
  );
  const [, table = ''] = /\n\| command \| answers \|\n(.*?)\n\n/su.exec(readme) ?? [];
  const named = table
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name));
  expect(named.toSorted()).toEqual(commands.flatMap(({ name }) => (name === 'tour' ? [] : [name])).toSorted());
});
