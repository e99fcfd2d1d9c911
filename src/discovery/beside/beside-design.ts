import type { Beside, BesideStanding } from '#model/beside.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { Discovery } from '#model/discovery.ts';
import { decisionsBeside } from './decisions.ts';
import { movesBeside } from './moves.ts';
import { ownersBeside } from './owners.ts';
import { stagesBeside } from './stages.ts';
import { teamsBeside } from './teams.ts';

const order: readonly BesideStanding[] = ['differs', 'only-found', 'only-designed', 'untold', 'same'];

/**
 * A design beside the model that the evidence shows: where they differ first, and where most cases show it.
 *
 * It says how the two stand to one another, not how far apart they are: that is what the rules measure, and they know of
 * conditions, clocks and intervals. `day` is the one on which ownership has to hold.
 */
export const besideDesign = (discovery: Discovery, design: DesignModel, day: string): Beside[] =>
  [
    ...teamsBeside(discovery, design),
    ...ownersBeside(discovery, design, day),
    ...stagesBeside(discovery, design),
    ...movesBeside(discovery, design),
    ...decisionsBeside(discovery, design),
  ].toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || b.n - a.n);
