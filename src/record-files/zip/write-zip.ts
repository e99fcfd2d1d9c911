import { crc32, deflateRawSync } from 'node:zlib';

/** The first day that a packed file can be of; it says nothing of when it was made, so that equal contents are equal files. */
const firstDay = 0x0021;
const utf8Names = 0x0800;
const deflated = 8;

/** Files packed into one (ZIP), in the order given. */
export const zipped = (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array => {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const label = Buffer.from(name);
    const packed = deflateRawSync(bytes, { level: 4 });
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(utf8Names, 2);
    about.writeUInt16LE(deflated, 4);
    about.writeUInt16LE(firstDay, 8);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(label.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), about, label, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, tailOf(at), label);
    at += 4 + about.length + label.length + packed.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([...parts, ...directory, endOf(files.length, length, at)]);
};

/** The end of a line of the directory: no comment, no disk, no rights, and where its file begins. */
const tailOf = (at: number): Uint8Array => {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(at, 10);
  return tail;
};

const endOf = (count: number, length: number, at: number): Uint8Array => {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return end;
};
