/**
 * How wide letters are, in hundredths of the size of the type. A picture is drawn where nothing can measure text, so
 * these are the widths of the broader faces of the stack: what fits by them fits everywhere.
 */
const widths: readonly (readonly [width: number, letters: string])[] = [
  [27, "ijl'|Ii"],
  [31, ' .,:;ft![]/\\\u202f\u00a0·'],
  [39, 'r()-`"*'],
  [57, 'cksvxyzJ'],
  [64, '0123456789abdeghnopqu?_$#+=<>–−LFE€£'],
  [73, 'ABKPRSTVXYZ&~^{}'],
  [80, 'CDHNUw'],
  [86, 'GOQ▲▼◆'],
  [95, 'mM%'],
  [104, 'W@…—→½'],
];

const known = new Map(widths.flatMap(([width, letters]) => Array.from(letters).map((letter) => [letter, width])));

/** The width of a text in pixels. */
export const widthOf = (text: string, size: number, bold = false): number => {
  let sum = 0;
  for (const letter of text.normalize('NFD')) sum += widthOfLetter(letter);
  return (sum * size * (bold ? 1.14 : 1)) / 100;
};

const widthOfLetter = (letter: string): number => {
  const width = known.get(letter);
  if (width !== undefined) return width;
  if (/[\p{Mn}\p{Cf}]/u.test(letter)) return 0;
  if (/\p{Nd}/u.test(letter)) return 64;
  return /[\p{Cc}\p{Cs}\u2e80-\u{10ffff}]/u.test(letter) ? 108 : 76;
};

/** A text that fits, its end given up for an ellipsis where it must be; nothing where not even a letter fits. */
export const fitted = (text: string, width: number, size: number, bold = false): string => {
  if (widthOf(text, size, bold) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && widthOf(`${letters.join('').trimEnd()}…`, size, bold) > width) letters.pop();
  return letters.length === 0 ? '' : `${letters.join('').trimEnd()}…`;
};

/** A text on as many lines as it takes, at most some; the last one is cut where that is not enough. */
export const wrapped = (text: string, width: number, size: number, bold = false, most = 3): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer, size, bold) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  const kept = lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')] : lines;
  return kept.map((each) => fitted(each, width, size, bold));
};
