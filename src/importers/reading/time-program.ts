import type { Step } from './time-format.ts';

/** A pattern as numbers: operation, first and second value, for each step. */
export type Program = Int32Array;

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
export const compile = (steps: readonly Step[]): Program =>
  Int32Array.from(steps.flatMap((step, index) => instruction(step, steps[index + 1])));

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
