/**
 * Where the first byte stands that is not part of well-formed UTF-8, or -1.
 *
 * Strict as RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
 */
export const firstInvalid = (bytes: Uint8Array, from: number, until: number): number => {
  let i = from;
  while (i < until) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(byte, bytes[i + 1] ?? 0);
    if (length === 0 || i + length > until) return i;
    for (let k = 1; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return i;
    i += length;
  }
  return -1;
};

/** How many bytes a sequence has by its first two, or 0 where no sequence begins so. */
const sequenceLength = (first: number, second: number): number => {
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first === 0xe0) return second >= 0xa0 ? 3 : 0;
  if (first === 0xed) return second <= 0x9f ? 3 : 0;
  if (first >= 0xe1 && first <= 0xef) return 3;
  if (first === 0xf0) return second >= 0x90 ? 4 : 0;
  if (first === 0xf4) return second <= 0x8f ? 4 : 0;
  if (first >= 0xf1 && first <= 0xf3) return 4;
  return 0;
};

/** Writes one character and answers where it ends. */
export const writeCodePoint = (out: Uint8Array, at: number, point: number): number => {
  if (point < 0x80) {
    out[at] = point;
    return at + 1;
  }
  if (point < 0x800) {
    out[at] = 0xc0 | (point >> 6);
    out[at + 1] = 0x80 | (point & 0x3f);
    return at + 2;
  }
  if (point < 0x10000) {
    out[at] = 0xe0 | (point >> 12);
    out[at + 1] = 0x80 | ((point >> 6) & 0x3f);
    out[at + 2] = 0x80 | (point & 0x3f);
    return at + 3;
  }
  out[at] = 0xf0 | (point >> 18);
  out[at + 1] = 0x80 | ((point >> 12) & 0x3f);
  out[at + 2] = 0x80 | ((point >> 6) & 0x3f);
  out[at + 3] = 0x80 | (point & 0x3f);
  return at + 4;
};
