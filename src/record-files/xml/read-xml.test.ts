import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlainXml, readXml } from './read-xml.ts';

/** What a reader tells of a document, each text as one, and how it ends. Blanks around the first element are nothing. */
const told = (read: typeof readXml | typeof readPlainXml, text: string, chunk?: number): string[] => {
  const seen: string[] = [];
  let [pending, depth] = ['', 0];
  const tell = (...what: readonly string[]): void => {
    if (pending !== '') seen.push(`text ${JSON.stringify(pending)}`);
    pending = '';
    seen.push(...what);
  };
  const taker = {
    open: ({ name, prefix, attributes }: { name: string; prefix: string; attributes: object }) => {
      tell(`open ${prefix} ${name} ${JSON.stringify(attributes)}`);
      depth++;
    },
    close: (name: string) => {
      tell(`close ${name}`);
      depth--;
    },
    text: (piece: string) => {
      if (depth > 0) pending += piece;
    },
  };
  try {
    for (const _ of read('t', 'p', Buffer.from(text), taker, chunk));
    tell('end');
  } catch (error) {
    seen.push(String(error));
  }
  return seen;
};

const pieces = [
  '<c r="A1" s="2" t="s">',
  "<c r = 'B2'\n  t='str' >",
  '<x:c r="C3">',
  '</x:c>',
  '</c>',
  '<v>',
  '</v>',
  '</v >',
  '<v/>',
  '<row r="1" hidden="1"/>',
  '<t xml:space="preserve"> a </t>',
  'a &amp; b &lt;c&gt; &quot;&apos;',
  '&#65;&#x42;&#10;',
  '&#xFFFF;',
  '&nbsp;',
  '& b',
  'é 東 😀',
  '\r\n\t ',
  'a]]>b',
  ']]',
  '<!-- <v> -->',
  '<![CDATA[ <v> & ]]>',
  '<?php a?>',
  '<?xml version="1.0"?>',
  '<!DOCTYPE a>',
  '<c a="1" a="2">',
  '<c a="1"b="2">',
  '<c a="<">',
  '<c a=">" b="&amp;&#10;">',
  '<c a="x\ny">',
  '<c __proto__="x" constructor="y">',
  '<c a=1>',
  '<c a>',
  '<é>',
  '</é>',
  '<1>',
  '<',
  '>',
  '\u0001',
  '\u0085',
  '\u{fffe}',
];

const heads = [
  '',
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n',
  "<?xml version='1.0'?>",
  ' ',
  '\ufeff',
];

const anyDocument = fc
  .record({
    head: fc.constantFrom(...heads),
    inside: fc.array(fc.constantFrom(...pieces), { maxLength: 12 }),
    foot: fc.constantFrom('</w>', '</w>\n', '</w><!-- a -->', '</w><w/>', '', '</'),
  })
  .map(({ head, inside, foot }) => `${head}<w xmlns:x="urn:x">${inside.join('')}${foot}`);

const anyChunk = fc.constantFrom(3, 7, 16, 1 << 18);

test('a plain document is told as a parser tells it, and any other as well, to the words in which it is refused', () => {
  fc.assert(
    fc.property(anyDocument, anyChunk, (text, chunk) => {
      expect(told(readPlainXml, text, chunk)).toEqual(told(readXml, text));
    }),
    { numRuns: 2_000 },
  );
});

test('what is cut off anywhere is refused alike', () => {
  const whole = `${heads[1]}<w><c r="A1" t="s">a &amp; b<v>1</v></c><!-- a --><c r="B1"/></w>\n`;
  for (let length = 0; length <= whole.length; length++) {
    const cut = whole.slice(0, length);
    expect(told(readPlainXml, cut, 16), cut).toEqual(told(readXml, cut));
  }
});

test.each([
  ['elements', `<w>${'<a>'.repeat(64)}`],
  ['attributes', `<w ${Array.from({ length: 65 }, (_, n) => `a${n}=""`).join(' ')}/>`],
  ['signs of a text', `<w><a>${'b'.repeat(300_000)}</a>${'a '.repeat(2_500_000)}</w>`],
])('too many %s are refused alike', (_, text) => {
  expect(told(readPlainXml, text).at(-1)).toEqual(told(readXml, text).at(-1));
  expect(told(readPlainXml, text).at(-1)).toContain('more than');
});
