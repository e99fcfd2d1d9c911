import { crc32, inflateRawSync } from 'node:zlib';
import { Fault } from '#model/fault.ts';

/** What a packed file may have: entries, and bytes once it is unpacked, together and in proportion. */
type Limits = { readonly entries: number; readonly bytes: number; readonly ratio: number };
const usualLimits: Limits = { entries: 2_000, bytes: 1_000_000_000, ratio: 250 };

/** Below this many bytes a file may be packed as tightly as it likes: a page of blanks is no bomb. */
const smallEntry = 5_000_000;

/** The files that a packed file holds. Each is unpacked when it is asked for, and checked against what was said of it. */
export type Zip = {
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** Its bytes, as long as they are as many as was said. */
  readonly bytes: (name: string) => Uint8Array;
};

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
};

/**
 * Opens a packed file (ZIP) by its directory, and refuses what no office program writes before anything is unpacked: more
 * entries or bytes than anybody needs, bytes that several entries share, encryption, names that lead out of a folder.
 *
 * What the directory says of sizes is held against what comes out, so that a bomb that lies goes no further than its lie.
 */
export const openZip = (path: string, bytes: Uint8Array, limits: Limits = usualLimits): Zip => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refuse = (why: string): Fault => new Fault('records-unreadable', { path, why });
  const entries = directoryOf(view, bytes, limits, refuse);
  const all = entries.reduce((sum, { size }) => sum + size, 0);
  if (all > limits.bytes) throw refuse(`unpacked it would have ${all.toLocaleString('en')} bytes`);
  const bomb = entries.find(({ size, packed }) => size > smallEntry && size > packed * limits.ratio);
  if (bomb) throw refuse(`${bomb.name} in it is packed ${Math.round(bomb.size / Math.max(1, bomb.packed))} times`);
  refuseShared(view, entries, refuse);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  if (byName.size !== entries.length) throw refuse('it holds two files of one name');
  return {
    names: [...byName.keys()],
    has: (name) => byName.has(name),
    bytes: (name) => {
      const entry = byName.get(name);
      if (!entry) throw refuse(`there is no ${name} in it`);
      return unpacked(view, bytes, entry, refuse);
    },
  };
};

type Refuse = (why: string) => Fault;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const localLength = 30;

const directoryOf = (view: DataView, bytes: Uint8Array, limits: Limits, refuse: Refuse): Entry[] => {
  const end = endOf(view);
  if (end === undefined) throw refuse('it is no packed file, or is cut off');
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff) throw refuse('it is packed for files larger than four gigabytes');
  if (count > limits.entries) throw refuse(`it holds ${count.toLocaleString('en')} files`);
  const entries: Entry[] = [];
  let at = start;
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) throw refuse('its directory is damaged');
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)).replaceAll('\\', '/');
    if (/^\/|(?:^|\/)\.\.(?:\/|$)|\0/u.test(name))
      throw refuse(`${JSON.stringify(name)} in it leads out of its folder`);
    entries.push({
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries.filter(({ name }) => !name.endsWith('/'));
};

/** Where the end of the directory is told: in the last bytes, behind it nothing but a comment. */
const endOf = (view: DataView): number | undefined => {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 22 - 0x10000; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return undefined;
};

/** Entries that lie on the same bytes unpack to many times what is there. */
const refuseShared = (view: DataView, entries: readonly Entry[], refuse: Refuse): void => {
  const spans = entries
    .map((entry) => ({ entry, until: dataOf(view, entry, refuse) + entry.packed }))
    .sort((a, b) => a.entry.at - b.entry.at);
  spans.forEach(({ entry, until }, n) => {
    const next = spans[n + 1];
    if (until > view.byteLength) throw refuse(`${entry.name} in it is cut off`);
    if (next && next.entry.at < until) throw refuse(`${entry.name} and ${next.entry.name} in it lie on the same bytes`);
  });
};

const dataOf = (view: DataView, { at, name }: Entry, refuse: Refuse): number => {
  if (at + localLength > view.byteLength || view.getUint32(at, true) !== localSignature) {
    throw refuse(`${name} in it is not where its directory says`);
  }
  return at + localLength + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
};

const stored = 0;
const deflated = 8;

const unpacked = (view: DataView, bytes: Uint8Array, entry: Entry, refuse: Refuse): Uint8Array => {
  const { name, flags, method, packed, size, crc } = entry;
  if ((flags & 1) === 1) throw refuse('it is protected by a password');
  if (method !== stored && method !== deflated) throw refuse(`${name} in it is packed in a way that is not read`);
  const start = dataOf(view, entry, refuse);
  const data = bytes.subarray(start, start + packed);
  const out = method === stored ? data : inflated(data, size);
  if (!out || out.length !== size || crc32(out) !== crc) throw refuse(`${name} in it is damaged`);
  return out;
};

/** No more is unpacked than was said; what is more, or cannot be unpacked, is nothing. */
const inflated = (data: Uint8Array, size: number): Uint8Array | undefined => {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
};
