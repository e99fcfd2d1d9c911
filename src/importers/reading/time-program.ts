import { BLANK } from './bytes.ts';
import { Slot, type Step } from './time-format.ts';

/** A pattern as numbers: operation, first and second value, for each step; and as a stencil where it is one. */
export type Program = { readonly steps: Int32Array; readonly stencil: Stencil | undefined };

/**
 * A pattern whose parts all have one width, byte by byte: the part that a digit belongs to, or a byte that has to stand there,
 * as a number below 0. Blanks may be wider, so that a value may be longer than its stencil and never shorter.
 */
export type Stencil = { readonly places: Int16Array; readonly tellsHour: boolean };

export const Op = {
  digits: 0,
  shortYear: 1,
  halfDayHour: 2,
  fraction: 3,
  month: 4,
  halfDay: 5,
  offset: 6,
  blank: 7,
  literal: 8,
};

/** Objects of many shapes are slow to look into ten million times; numbers in a row are not. */
export const compile = (steps: readonly Step[]): Program => ({
  steps: Int32Array.from(steps.flatMap((step, index) => instruction(step, steps[index + 1]))),
  stencil: stencilOf(steps),
});

const stencilOf = (steps: readonly Step[]): Stencil | undefined => {
  const places = steps.map(placesOf);
  if (places.includes(undefined)) return undefined;
  const all = places.flatMap((some) => some ?? []);
  return { places: Int16Array.from(all), tellsHour: all.includes(Slot.hour) };
};

const placesOf = (step: Step): number[] | undefined => {
  if (step.kind === 'literal') return [-step.byte];
  if (step.kind === 'blank') return [-BLANK];
  return step.kind === 'digits' && step.least === step.most ? Array(step.most).fill(step.slot) : undefined;
};

const dot = 0x2e;

const instruction = (step: Step, next: Step | undefined): [number, number, number] => {
  switch (step.kind) {
    case 'digits':
      return [Op.digits, (step.least << 4) | step.most, step.slot];
    case 'short-year':
      return [Op.shortYear, 0, 0];
    case 'half-day-hour':
      return [Op.halfDayHour, step.least, 0];
    case 'fraction':
      return [Op.fraction, step.digits, 0];
    case 'month-name':
      return [Op.month, step.long ? 1 : 0, next?.kind === 'literal' && next.byte === dot ? 0 : 1];
    case 'half-day':
      return [Op.halfDay, 0, 0];
    case 'offset':
      return [Op.offset, 0, 0];
    case 'blank':
      return [Op.blank, 0, 0];
    case 'literal':
      return [Op.literal, step.byte, 0];
  }
};
