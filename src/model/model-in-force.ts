import { designInForce } from './design.ts';
import { type DesignModel, emptyDesign } from './design-model.ts';

/** The design that evidence of an instant (ms) is judged by; one of which nothing is known where none was in force. */
export const modelInForce = (designs: readonly DesignModel[], instant: number, timeZone: string): DesignModel => {
  const inForce = designInForce(
    designs.map(({ design }) => design),
    new Date(instant).toISOString(),
    timeZone,
  );
  return designs.find(({ design }) => design === inForce) ?? emptyDesign;
};
