import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Fault } from '#model/fault.ts';
import { did, log, trace, tryXes } from './fixtures/try-xes.ts';

const good = log(trace('A', did('New')));
const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>\n${good}`;
const withType = (subset: string, inside = ''): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE log ${subset}>\n<log>${inside}</log>`;
const laughs = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
const mebibyte = 1 << 20;
const hugeAttributes = (count: number): string => Array.from({ length: count }, (_, i) => `a${i}="1"`).join(' ');

/** What a bomb unpacks to: a mebibyte of one text, many times. */
const bomb = (piece: string, times: number): Uint8Array =>
  gzipSync(
    Buffer.concat([
      Buffer.from('<log>'),
      ...Array.from({ length: times }, () => Buffer.from(piece.repeat(Math.ceil(mebibyte / piece.length)))),
    ]),
  );

test.each([
  ['a DOCTYPE', withType(''), 2, 'DOCTYPE'],
  ['a DOCTYPE in small letters', withType('').replace('DOCTYPE', 'doctype'), 2, ''],
  ['a public DOCTYPE', withType('PUBLIC "-//X//Y//EN" "http://127.0.0.1:9/log.dtd"'), 2, 'DOCTYPE'],
  ['an entity that is a file', withType('[<!ENTITY x SYSTEM "file:///etc/passwd">]', '&x;'), 2, 'DOCTYPE'],
  ['an entity that is fetched', withType('[<!ENTITY x SYSTEM "http://127.0.0.1:9/">]', '&x;'), 2, 'DOCTYPE'],
  ['an entity of parameters', withType('[<!ENTITY % x SYSTEM "http://127.0.0.1:9/"> %x;]'), 2, 'DOCTYPE'],
  ['a billion laughs', withType(`[<!ENTITY l0 "ha">${laughs}]`, '&l20;'), 2, 'DOCTYPE'],
  ['a quadratic blow-up', withType(`[<!ENTITY x "${'x'.repeat(100_000)}">]`, '&x;'.repeat(10_000)), 2, 'DOCTYPE'],
  ['a DOCTYPE of megabytes', withType(`[${'<!ENTITY x "x">'.repeat(200_000)}]`), 2, ''],
  ['a second DOCTYPE inside', '<log>\n<!DOCTYPE log></log>', 2, ''],
  ['an entity that nobody declared', '<log>\n&x;</log>', 2, 'undefined entity'],
  ['a letter that there is not', '<log>\n&#x0;</log>', 2, ''],
  ['200,000 elements inside each other', `<log>\n${'<a>'.repeat(200_000)}`, 2, 'more than 64 elements'],
  [
    '200,000 attributes inside each other',
    `<log>\n<trace><event>${'<list key="a">'.repeat(200_000)}`,
    2,
    'more than 64 elements',
  ],
  ['a million attributes', `<log>\n<trace ${hugeAttributes(1_000_000)}/></log>`, 2, 'more than 64 attributes'],
  ['an attribute twice', '<log>\n<trace a="1" a="2"/></log>', 2, 'duplicate attribute'],
  [
    'a value without end',
    `<log>\n<trace key="${'x'.repeat(8 * mebibyte)}"/></log>`,
    2,
    'longer than 1048576 characters',
  ],
  ['a text without end', `<log>\n${'x'.repeat(8 * mebibyte)}</log>`, 2, 'longer than'],
  ['a comment without end', `<log>\n<!--${'x'.repeat(8 * mebibyte)}--></log>`, 2, 'longer than'],
  ['a CDATA section without end', `<log>\n<![CDATA[${'x'.repeat(8 * mebibyte)}]]></log>`, 2, 'longer than'],
  ['an instruction without end', `<log>\n<?x ${'x'.repeat(8 * mebibyte)}?></log>`, 2, 'longer than'],
  ['a name without end', `<log>\n<${'x'.repeat(8 * mebibyte)}/></log>`, 2, 'longer than'],
  ['blanks without end', `<log>\n<trace${' '.repeat(8 * mebibyte)}/></log>`, 2, 'longer than'],
  ['UTF-7', declared('UTF-7'), 1, 'declared to be in "UTF-7", which cannot be read'],
  ['UTF-32', declared('UTF-32'), 1, 'cannot be read'],
  ['an encoding that there is not', declared('klingon'), 1, 'cannot be read'],
  ['UTF-16 declared and not used', declared('UTF-16'), 1, 'which its first bytes are not'],
  [
    'UTF-16 used and another declared',
    Buffer.from(`\ufeff${declared('UTF-8')}`, 'utf16le'),
    1,
    'but it is in utf-16le',
  ],
  ['a mark of UTF-8 and another declared', Buffer.from(`\ufeff${declared('ISO-8859-1')}`), 1, 'but it is in utf-8'],
  [
    'a switch to UTF-16 in its middle',
    Buffer.concat([Buffer.from('<log>\n'), Buffer.from('<trace/></log>', 'utf16le')]),
    1,
    'goes on in utf-16le',
  ],
  [
    'other bytes than it declares',
    Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<log>\n<trace key="\xfc"/></log>`, 'latin1'),
    3,
    'no character',
  ],
  ['half a character at its end', Buffer.from('<log>\n</log>\xe2', 'latin1'), 2, 'middle of a character'],
  ['half a file', good.slice(0, -15), 4, 'unclosed tag'],
  ['an end in a value', '<log>\n<trace key="a', 2, ''],
  ['tags that cross', '<log>\n<trace><event></trace></event></log>', 2, 'unexpected close tag'],
  ['a second log behind it', `${good}\n${good}`, 6, 'only one root'],
  ['something else in front', `x${good}`, 1, ''],
  ['another outermost element', '<ocel>\n</ocel>', 1, 'outermost element is <ocel>'],
  ['no mark-up', 'item,at\nA,2026-01-01\n', 3, ''],
  ['nothing', '', 1, ''],
  ['NULs', `<log>\n\0\0</log>`, 2, ''],
  ['a control character', '<log>\n\u0001</log>', 2, ''],
  ['a bomb of blanks', bomb(' ', 200), 1, 'longer than'],
  ['a bomb of values', bomb(`<string key="a" value="${'x'.repeat(1000)}"/>`, 300), undefined, 'unpacks to more than'],
  ['a bomb of events', bomb('<event/>', 300), undefined, 'unpacks to more than'],
  ['a packed file that ends too early', gzipSync(good.repeat(2)).subarray(0, 60), undefined, 'ends too early'],
  ['a workbook', 'PK\u0003\u0004rest', undefined, 'Excel'],
])('a file with %s is refused at once, with its line', async (_, text, line, said) => {
  const before = process.memoryUsage().rss;
  const start = process.cpuUsage();
  const fault = await tryXes(text);
  const { user, system } = process.cpuUsage(start);
  expect(fault).toBeInstanceOf(Fault);
  if (!(fault instanceof Fault)) return;
  if (line !== undefined) expect(fault.message).toContain(`log.xes, line ${line}: `);
  expect(fault.message).toContain(said);
  expect((user + system) / 1000, 'milliseconds of work').toBeLessThan(3000);
  expect((process.memoryUsage().rss - before) / mebibyte).toBeLessThan(200);
});
