export const NUL = 0x00;
export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const BLANK = 0x20;
export const QUOTE = 0x22;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const MINUS = 0x2d;
export const DOT = 0x2e;
export const ZERO = 0x30;
export const COLON = 0x3a;

/** The value of an ASCII digit, or a number above 9 for any other byte. */
export const digit = (byte: number | undefined): number => ((byte ?? 0) - ZERO) >>> 0;

/** Writes a whole number, not negative, in decimal digits and answers where it ends. */
export const writeNumber = (out: Uint8Array, at: number, value: number): number => {
  if (value > 0x7fffffff) {
    const high = Math.floor(value / 1_000_000_000);
    return writePadded(out, writeNumber(out, at, high), value - high * 1_000_000_000, 9);
  }
  let width = 1;
  for (let limit = 10; limit <= value; limit *= 10) width++;
  return writePadded(out, at, value, width);
};

/** Writes exactly so many digits; the value is below 2³¹. */
const writePadded = (out: Uint8Array, at: number, value: number, width: number): number => {
  let left = value | 0;
  for (let i = at + width - 1; i >= at; i--) {
    const next = (left / 10) | 0;
    out[i] = ZERO + (left - next * 10);
    left = next;
  }
  return at + width;
};

/**
 * Writes a moment as microseconds since 1970, from seconds and the microseconds after them.
 *
 * The two parts stay apart because microseconds of the year 9999 do not fit a number exactly.
 */
export const writeMicroseconds = (out: Uint8Array, at: number, seconds: number, micros: number): number => {
  if (seconds >= 0) {
    return seconds === 0 ? writeNumber(out, at, micros) : writePadded(out, writeNumber(out, at, seconds), micros, 6);
  }
  out[at] = MINUS;
  const back = micros > 0 ? -seconds - 1 : -seconds;
  const rest = micros > 0 ? 1_000_000 - micros : 0;
  return back === 0 ? writeNumber(out, at + 1, rest) : writePadded(out, writeNumber(out, at + 1, back), rest, 6);
};
