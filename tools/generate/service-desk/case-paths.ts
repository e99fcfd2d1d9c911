import { type CaseWork, conclude, decide, heardAt, inform, take } from './case-work.ts';
import type { DeciderKey } from './organisation.ts';
import type { Process } from './scheduler.ts';

/** How long a role takes to come to a matter, in working minutes. */
const hour = 60;

const medians: Readonly<Partial<Record<DeciderKey, number>>> = {
  'team-lead': 2 * hour,
  'change-manager': 7 * hour,
  'department-head': 9 * hour,
  'security-officer': 5 * hour,
};

const medianOf = (by: DeciderKey): number => medians[by] ?? hour;

/** Brought before one decider, who settles it. Now and then somebody has to be asked, or told more, first. */
function* plainly(work: CaseWork, by: DeciderKey): Process {
  const { world, random } = work;
  take(work, 'ask', by);
  if (random.chance(0.07)) yield* inform(work, by);
  if (by === 'department-head' && random.chance(0.12)) {
    yield world.later(random.around(3 * hour, 0.4));
    take(work, 'discuss', 'security-officer');
  }
  yield heardAt(work, by, medianOf(by));
  yield* settle(work, by);
}

function* settle(work: CaseWork, by: DeciderKey): Process {
  const approved = decide(work, by);
  work.world.scheduler.happen(work.subject.settled);
  yield* conclude(work, by, approved);
}

const above: Readonly<Partial<Record<DeciderKey, DeciderKey>>> = {
  'team-lead': 'change-manager',
  'change-manager': 'change-advisory-board',
};

/** A change is decided by whoever its risk asks for, sometimes one level further up. */
function* change(work: CaseWork): Process {
  const { world, random, subject } = work;
  const by = subject.spec.intended ?? 'change-manager';
  if (subject.spec.risk === 'high') {
    yield* highRisk(work);
    return;
  }
  const overdone = world.has('over-escalation') && subject.spec.risk === 'medium' && random.chance(0.6);
  const higher = above[by];
  if (!higher || !(random.chance(0.03) || overdone)) {
    yield* plainly(work, by);
    return;
  }
  take(work, 'ask', by);
  yield world.later(random.around(6 * hour));
  take(work, 'escalate', higher);
  yield heardAt(work, higher, medianOf(higher));
  yield* settle(work, higher);
}

/** The security officer and the board are asked side by side; the board sits once the officer has agreed. */
function* highRisk(work: CaseWork): Process {
  const { world, random } = work;
  take(work, 'ask', 'security-officer');
  yield world.later(random.whole(2, 40));
  take(work, 'ask', 'change-advisory-board');
  yield heardAt(work, 'security-officer', medianOf('security-officer'));
  decide(work, 'security-officer', true);
  yield heardAt(work, 'change-advisory-board', hour);
  yield* settle(work, 'change-advisory-board');
}

/** From this amount on a purchase goes through the Procurement Review Forum, which the design does not ask for. */
const reviewedFrom = 1000;

function* purchase(work: CaseWork): Process {
  const { world, random, subject } = work;
  const by = subject.spec.intended ?? 'department-head';
  if (world.has('rubber-stamp') && (subject.spec.amount ?? 0) >= reviewedFrom) {
    take(work, 'ask', 'procurement-review-forum');
    yield heardAt(work, 'procurement-review-forum', hour);
    decide(work, 'procurement-review-forum', true);
    yield world.later(random.around(hour));
  }
  yield* plainly(work, by);
  const cycle = subject.cycles.at(-1);
  if (cycle?.decided?.approved && random.chance(world.has('reopenings') ? 0.2 : 0.02)) yield* again(work, by);
}

/** What was settled is taken up once more, some weeks later. */
function* again(work: CaseWork, by: DeciderKey): Process {
  const { world, random } = work;
  yield world.later(random.whole(4, 45) * 540);
  take(work, 'reopen', by);
  yield world.later(random.around(2 * hour, 0.4));
  take(work, 'ask', by);
  yield heardAt(work, by, medianOf(by));
  const approved = decide(work, by);
  yield* conclude(work, by, approved);
}

/** The ways to an access approval: `i` asks for information, `r` returns it, `d` discusses it, `c` consults a neighbour. */
const detours = ['', 'i', 'r', 'd', 'ii', 'ir', 'rd', 'di', 'rr', 'cd', 'ic', 'idr'];

function* access(work: CaseWork): Process {
  const { world, random, subject } = work;
  const by = subject.spec.intended ?? 'team-lead';
  if (!world.has('uneven-paths')) {
    yield* plainly(work, by);
    return;
  }
  take(work, 'ask', by);
  for (const detour of random.pick(detours)) {
    yield world.later(random.around(2 * hour, 0.5));
    if (detour === 'd') take(work, 'discuss', by);
    if (detour === 'c') take(work, 'discuss', by === 'security-officer' ? 'department-head' : 'security-officer');
    if (detour === 'i') yield* inform(work, by, 3 * hour);
    if (detour === 'r') {
      take(work, 'return', by);
      yield world.later(random.around(3 * hour));
      take(work, 'ask', by);
    }
  }
  yield heardAt(work, by, medianOf(by));
  yield* settle(work, by);
}

function* architecture(work: CaseWork): Process {
  const { world, random } = work;
  const board = 'architecture-board';
  take(work, 'ask', board);
  yield heardAt(work, board, hour);
  if (world.has('slow-forum') && random.chance(0.35)) {
    take(work, 'discuss', board);
    yield heardAt(work, board, hour);
  }
  yield* settle(work, board);
}

/** Nobody has the right, so whoever is asked decides. */
function* dataRelease(work: CaseWork): Process {
  yield* plainly(work, work.random.pick(['team-lead', 'department-head', 'security-officer'] as const));
}

/** The way that a case goes from its asking to its end. */
export const pathOf = (work: CaseWork): Process => {
  switch (work.subject.spec.type) {
    case 'change-approval':
      return change(work);
    case 'purchase':
      return purchase(work);
    case 'access':
      return access(work);
    case 'architecture-exception':
      return architecture(work);
    case 'data-release':
      return dataRelease(work);
  }
};
