import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openZip } from './read-zip.ts';
import { zipped } from './write-zip.ts';

const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
const packed = (...names: readonly string[]): Buffer =>
  Buffer.from(zipped(names.map((name) => file(name, `in ${name}`))));

/** Where the directory of a packed file begins. */
const directory = (zip: Buffer): number => zip.indexOf('PK\x01\x02', 0, 'latin1');

/** A packed file with some of its bytes others: at a place counted from where something begins. */
const changed = (zip: Buffer, at: number, bytes: readonly number[]): Buffer => {
  const other = Buffer.from(zip);
  other.set(bytes, at);
  return other;
};

const two = packed('a', 'b');
const second = two.indexOf('PK\x01\x02', directory(two) + 4, 'latin1');
const bomb = Buffer.from(zipped([{ name: 'bomb', bytes: Buffer.alloc(30_000_000) }]));

test.each<[string, Uint8Array, string]>([
  ['no packed file', Buffer.from('PK'), 'it is no packed file, or is cut off'],
  ['one that is cut off', two.subarray(0, two.length - 30), 'it is no packed file, or is cut off'],
  ['one whose directory is damaged', changed(two, directory(two), [0]), 'its directory is damaged'],
  ['more files than anybody needs', packed(...Array.from({ length: 30 }, (_, n) => `f${n}`)), 'it holds 30 files'],
  ['more bytes than anybody needs', packed('a'.repeat(200), 'b'), 'unpacked it would have'],
  ['a bomb', bomb, 'bomb in it is packed'],
  ['a bomb that lies about its size', changed(bomb, directory(bomb) + 24, [9, 0, 0, 0]), 'bomb in it is damaged'],
  ['files that share their bytes', changed(two, second + 42, [0, 0, 0, 0]), 'a and b in it lie on the same bytes'],
  ['a file that is not where its directory says', changed(two, second + 42, [9, 0, 0, 0]), 'b in it is not where'],
  ['a name that leads out of its folder', packed('../a'), '"../a" in it leads out of its folder'],
  ['a name of another drive', packed('/etc/passwd'), 'leads out of its folder'],
  ['two files of one name', packed('a', 'a'), 'it holds two files of one name'],
  ['a password', changed(two, directory(two) + 8, [1]), 'it is protected by a password'],
  ['another way of packing', changed(two, directory(two) + 10, [12]), 'a in it is packed in a way that is not read'],
  ['damaged bytes', changed(two, 32, [0xff]), 'a in it is damaged'],
])('a packed file is refused for %s', (_, zip, why) => {
  const limits = { entries: 20, bytes: why.startsWith('unpacked') ? 100 : 50_000_000, ratio: 250 };
  const all = (): unknown => {
    const open = openZip('t.xlsx', zip, limits);
    return open.names.map((name) => open.bytes(name));
  };
  const before = process.memoryUsage().rss;
  expect(all).toThrow(why);
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
});

test('what is packed in another way than ours is read, as long as it is whole', () => {
  const body = Buffer.from('stored');
  const zip = Buffer.from(zipped([{ name: 'a', bytes: body }]));
  const stored = Buffer.concat([
    zip.subarray(0, 31),
    body,
    zip.subarray(31 + deflateRawSync(body, { level: 4 }).length),
  ]);
  const at = directory(stored);
  stored.writeUInt16LE(0, at + 10);
  stored.writeUInt32LE(body.length, at + 20);
  stored.writeUInt32LE(at, stored.length - 6);
  expect(Buffer.from(openZip('t', stored).bytes('a')).toString()).toBe('stored');
});

test('whatever is packed is unpacked again', () => {
  const any = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,5}$/u), fc.uint8Array({ maxLength: 300 })), {
    selector: ([name]) => name,
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(any, (files) => {
      const zip = openZip('t', zipped(files.map(([name, bytes]) => ({ name, bytes }))));
      expect(zip.names).toEqual(files.map(([name]) => name));
      expect(zip.names.map((name) => [...zip.bytes(name)])).toEqual(files.map(([, bytes]) => [...bytes]));
    }),
  );
});

test('the same is packed into the same bytes', () => {
  expect(packed('a', 'b')).toEqual(packed('a', 'b'));
});
