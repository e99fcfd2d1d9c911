import { gunzipSync, gzipSync } from 'node:zlib';
import { csv } from '#importers/csv/csv.ts';
import type { Importer } from '#importers/define.ts';
import { tryFile } from '#importers/reading/fixtures/try-file.ts';
import { xes } from '#importers/xes/xes.ts';
import { Mapping } from '#mapping/mapping.ts';
import { Fault } from '#model/fault.ts';

/** What is read, from which files mutants are made, and of which pieces files of the format are put together. */
type Target = {
  readonly importer: Importer;
  readonly name: string;
  readonly mapping: Mapping;
  readonly seeds: readonly Uint8Array[];
  readonly pieces: readonly string[];
};

const largest = 100_000;

const csvRow = (i: number): string =>
  `C${i % 7},2026-01-${String((i % 28) + 1).padStart(2, '0')}T10:00:00Z,"State ${i % 3}",Ann ${i % 4},${i}`;
const csvLog = `item,at,state,who,n\n${Array.from({ length: 40 }, (_, i) => csvRow(i)).join('\n')}\n`;

const xesEvent = (i: number): string =>
  `<event><string key="concept:name" value="Do ${i % 5}"/><date key="time:timestamp" value="2026-01-02T10:00:${String(i % 60).padStart(2, '0')}.000+01:00"/><string key="org:resource" value="Ann ${i % 4}"/><list key="l"><values><int key="n" value="${i}"/><int key="n" value="1"/></values></list></event>`;
const xesLog = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<global scope="event"><string key="org:resource" value="UNKNOWN"/></global>
<classifier name="Activity" keys="concept:name"/>
${Array.from({ length: 8 }, (_, t) => `<trace><string key="concept:name" value="C${t}"/>\n${Array.from({ length: 5 }, (_, i) => xesEvent(t * 5 + i)).join('\n')}</trace>`).join('\n')}
</log>`;

export const targets: Readonly<Record<'csv' | 'xes', Target>> = {
  csv: {
    importer: csv,
    name: 'log.csv',
    mapping: Mapping.parse({
      columns: { item: 'item', at: 'at', state: 'state', person: 'who' },
      time: { formats: ['iso', 'D/M/YYYY H:mm', 'epoch-ms'], zone: 'Europe/Berlin' },
    }),
    seeds: [
      Buffer.from(csvLog),
      Buffer.from(`\ufeffsep=;\r\n${csvLog.replaceAll(',', ';').replaceAll('\n', '\r\n')}`),
      Buffer.from(csvLog, 'utf16le'),
      gzipSync(csvLog),
    ],
    pieces: [
      ',',
      ';',
      '"',
      '""',
      '\n',
      '\r',
      '\r\n',
      '\0',
      '\t',
      'sep=;',
      '\ufeff',
      'item',
      'at',
      '2026-03-29T02:30:00',
      '1.2E+15',
      '?',
    ],
  },
  xes: {
    importer: xes,
    name: 'log.xes',
    mapping: Mapping.parse({
      columns: { item: 'case:concept:name', at: 'time:timestamp', state: 'concept:name', person: 'org:resource' },
      time: { formats: ['iso'], zone: 'Europe/Berlin' },
    }),
    seeds: [
      Buffer.from(xesLog),
      Buffer.from(`\ufeff${xesLog.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
      Buffer.from(xesLog.replace('UTF-8', 'ISO-8859-1'), 'latin1'),
      gzipSync(xesLog),
    ],
    pieces: (
      '< > /> </ " \' & ; = <!-- --> <![CDATA[ ]]> <? ?> <!DOCTYPE \0 <log> </log> <trace> </trace> <event> </event> <event/> ' +
      '<values> </values> value="" encoding="UTF-7" &amp; &#0; &#x10ffff; &#xd800; &x; xmlns="x"'
    )
      .split(' ')
      .concat('<list key="a">', '<string key="concept:name" value="x"/>'),
  },
};

/** Numbers that follow from a seed, the same on every machine (mulberry32). */
const numbers = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
};

/** One change of a file: bytes turned, taken out, put in, written twice, brought from another seed, or cut off. */
const changed = (bytes: Uint8Array, { seeds, pieces }: Target, below: (n: number) => number): Uint8Array => {
  const at = below(bytes.length + 1);
  const length = below(2) === 0 ? below(8) : below(Math.min(4000, bytes.length + 1));
  const [before, piece, after] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)];
  const word = Buffer.from(pieces[below(pieces.length)] ?? '');
  const other = seeds[below(seeds.length)] ?? word;
  const from = below(other.length);
  switch (below(9)) {
    case 0: {
      const turned = Uint8Array.from(bytes);
      if (at < turned.length) turned[at] = (turned[at] ?? 0) ^ (1 << below(8));
      return turned;
    }
    case 1:
      return Buffer.concat([before, Uint8Array.of(below(256)), bytes.subarray(at)]);
    case 2:
      return Buffer.concat([before, after]);
    case 3:
    case 4:
      return Buffer.concat([before, word, bytes.subarray(at)]);
    case 5:
      return Buffer.concat([before, word, after]);
    case 6:
      return Buffer.concat([before, ...Array.from({ length: 1 + below(50) }, () => piece), after]);
    case 7:
      return Buffer.concat([before, other.subarray(from, from + length), bytes.subarray(at)]);
    default:
      return below(4) === 0 ? before : Buffer.concat([before, Buffer.from(word.toString().repeat(below(3000))), after]);
  }
};

/** The n-th mutant of a seed. Packed files are changed inside, half of the time. */
export const mutant = (target: Target, seed: number, n: number): Uint8Array => {
  const below = numbers(seed * 1_000_003 + n);
  const start = target.seeds[below(target.seeds.length)] ?? new Uint8Array(0);
  const inside = start[0] === 0x1f && below(2) === 0;
  let bytes: Uint8Array = inside ? gunzipSync(start) : start;
  for (let left = 1 + below(6); left > 0; left--) bytes = changed(bytes, target, below).subarray(0, largest);
  return inside ? gzipSync(bytes) : bytes;
};

const mostMs = 1000;

/** What is wrong with the way in which a file is read, or nothing: refused by a fault is as right as read row by row. */
export const flaw = async (target: Target, bytes: Uint8Array): Promise<string | undefined> => {
  const start = process.cpuUsage();
  try {
    const outcome = await tryFile(draftedAndRead(target), target.name, bytes, target.mapping);
    const { user, system } = process.cpuUsage(start);
    const ms = (user + system) / 1000;
    if (ms > mostMs) return `it took ${Math.round(ms)} ms of work`;
    return outcome instanceof Fault ? undefined : miscounted(outcome);
  } catch (error) {
    return error instanceof Error ? `it was no fault but ${error.stack}` : String(error);
  }
};

/** A file is looked at for a draft first, as people do it; that none can be made says nothing of how it is read. */
const draftedAndRead =
  ({ importer }: Target): Importer['normalise'] =>
  async (request) => {
    await importer.suggest(request.path).catch((error: unknown) => {
      if (!(error instanceof Fault)) throw error;
    });
    return importer.normalise(request);
  };

type Read = Exclude<Awaited<ReturnType<typeof tryFile>>, Fault>;

/** Every row has one fate, under numbers without a gap. */
const miscounted = ({ rows, rejects, result }: Read): string | undefined => {
  const { total, accepted, rejected } = result;
  if (accepted + rejected !== total) return `${accepted} accepted and ${rejected} rejected rows of ${total}`;
  if (rows.length !== accepted || rejects.length !== rejected) return 'rows are told that are not there';
  const numbers = [...rows.map(([row]) => Number(row)), ...rejects.map(({ row }) => row)].sort((a, b) => a - b);
  return numbers.every((number, index) => number === index + 1) ? undefined : 'a row has two fates, or none';
};

const mostGrowth = 200 << 20;

/** Reads mutants for so many seconds, and throws at the first that is read wrongly, with the numbers that make it again. */
export const fuzz = async (format: keyof typeof targets, seed: number, seconds: number): Promise<number> => {
  const target = targets[format];
  const end = performance.now() + seconds * 1000;
  let before = 0;
  let n = 0;
  for (; performance.now() < end; n++) {
    const found = await flaw(target, mutant(target, seed, n));
    if (found !== undefined) throw new Error(`mutant ${n} of the seed ${seed} of ${format}: ${found}`);
    // By then whatever is kept for all files has been made.
    if (n === 200) before = process.memoryUsage().rss;
  }
  const grown = process.memoryUsage().rss - before;
  if (before > 0 && grown > mostGrowth)
    throw new Error(`memory grew by ${grown >> 20} MiB over ${n} mutants of ${format}`);
  return n;
};
