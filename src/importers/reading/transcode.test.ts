import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Encoding, transcoder } from './transcode.ts';
import { firstInvalid } from './utf8.ts';

test.each<[string, Encoding, string, string]>([
  ['UTF-8 as it is', 'utf-8', 'c3a9', 'c3a9'],
  ['the euro of Windows', 'windows-1252', '80e9', 'e282acc3a9'],
  ['a control character of ISO 8859-1', 'iso-8859-1', '80e9', 'c280c3a9'],
  ['little-endian UTF-16', 'utf-16le', '41003dd800de', '41f09f9880'],
  ['big-endian UTF-16', 'utf-16be', '0041d83dde00', '41f09f9880'],
  ['the second half of a pair alone as invalid', 'utf-16le', '00de4100', 'ff41'],
  ['the first half of a pair alone as invalid, and keeps what follows', 'utf-16le', '3dd84100', 'ff41'],
  ['half a pair at the end as invalid', 'utf-16le', '41003dd8', '41ff'],
  ['half a character at the end as invalid', 'utf-16le', '410042', '41ff'],
])('transcoding makes %s', (_, encoding, from, to) => {
  const bytes = Buffer.from(from, 'hex');
  for (let size = 1; size <= bytes.length; size++) {
    const toUtf8 = transcoder(encoding);
    const parts: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += size)
      parts.push(Buffer.from(toUtf8(bytes.subarray(at, at + size), false)));
    parts.push(toUtf8(new Uint8Array(0), true));
    expect(Buffer.concat(parts).toString('hex')).toBe(to);
  }
});

test.each([
  ['plain ASCII', '6162', -1],
  ['two, three and four bytes', 'c3a9e282acf09f9880', -1],
  ['an overlong form', '61c080', 1],
  ['an overlong form of three bytes', 'e08080', 0],
  ['an overlong form of four bytes', 'f0808080', 0],
  ['a surrogate', '61eda080', 1],
  ['a character beyond the last', 'f4908080', 0],
  ['a byte that begins nothing', '6161ff', 2],
  ['a character cut short', '61e282', 1],
  ['a character that goes on with a letter', 'c361', 0],
])('the first invalid byte of %s is found', (_, hex, expected) => {
  const bytes = Buffer.from(hex, 'hex');
  expect(firstInvalid(bytes, 0, bytes.length)).toBe(expected);
});

test('the check for UTF-8 agrees with the decoder of the platform', () => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const valid = (bytes: Uint8Array): boolean => {
    try {
      decoder.decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
  const byte = fc.oneof(fc.constantFrom(0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0x80, 0x9f, 0xa0, 0xbf, 0x61), fc.nat(255));
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 6 }), (bytes) => {
      expect(firstInvalid(Uint8Array.from(bytes), 0, bytes.length) === -1).toBe(valid(Uint8Array.from(bytes)));
    }),
    { numRuns: 20_000 },
  );
});
