import { designInForce } from './design.ts';
import { type DesignModel, emptyDesign } from './design-model.ts';
import { designKinds, recordKinds } from './records.ts';

/**
 * The design that evidence of an instant (ms) is judged by; where none was in force, one of which nothing is known but the
 * records of the workspace.
 */
export const modelInForce = (designs: readonly DesignModel[], instant: number, timeZone: string): DesignModel => {
  const inForce = designInForce(
    designs.map(({ design }) => design),
    new Date(instant).toISOString(),
    timeZone,
  );
  return designs.find(({ design }) => design === inForce) ?? withoutDesign(designs);
};

const withoutDesign = ([any = emptyDesign]: readonly DesignModel[]): DesignModel => ({ ...any, ...nothingDesigned });

const nothingDesigned = {
  ...Object.fromEntries(designKinds.map((kind) => [recordKinds[kind].plural, emptyDesign[recordKinds[kind].plural]])),
  design: emptyDesign.design,
};
