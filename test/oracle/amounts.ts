type Sign = '.' | ',';

const beside = String.raw`(?:US|C|CA|A|AU|NZ|HK|NT|MX|R|S)\$|\p{Sc}|[A-Z]{3}|kr\.?|Fr\.?|zł|Kč|Ft|lei`;

const thousands: Record<string, number> = { k: 3, t: 3, tsd: 3, m: 6, mio: 6, mln: 6, mn: 6, mrd: 9, bn: 9 };

/** The minus of a text and the text without it; null where it has two. */
const signOf = (text: string): { rest: string; minus: boolean } | null => {
  const inner = /^\((.*)\)$/.exec(text)?.[1];
  let minuses = inner === undefined ? 0 : 1;
  const take = (from: string, place: RegExp, between = ''): string => {
    const [all = '', kept = '', sign] = place.exec(from) ?? [];
    if (sign === undefined) return from;
    if (sign === '-') minuses += 1;
    return kept.trimEnd() + between + from.slice(all.length);
  };
  const first = take(inner ?? text, /^()([-+]) ?/);
  const second = take(first, new RegExp(`^((?:${beside}) ?)([-+]) ?`, 'u'), ' ');
  // A dash behind the decimals' sign stands for no cents.
  const rest = /\d[.,]-{1,2}$/.test(second) ? second : take(second, /^(.*?) ?([-+])$/);
  return minuses > 1 ? null : { rest, minus: minuses === 1 };
};

/** Digits in groups by one sign throughout, or without any. */
const wholeOf = (text: string, decimal: Sign): string | null => {
  if (/^\d*$/.test(text)) return text;
  const other = decimal === '.' ? ',' : '.';
  const by = [other, ' ', "'", '’'].find((sign) => text.includes(sign));
  if (by === undefined) return null;
  const [first = '', ...groups] = text.split(by);
  const threes = /^[1-9]\d{0,2}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
  const indian =
    decimal === '.' &&
    by === ',' &&
    /^[1-9]\d?$/.test(first) &&
    groups.length > 1 &&
    groups.every((group, i) => (i === groups.length - 1 ? /^\d{3}$/ : /^\d{2}$/).test(group));
  return threes || indian ? first + groups.join('') : null;
};

const numberBy = (text: string, decimal: Sign): number | null => {
  const signed = signOf(text.trim().replace(/\s+/g, ' ').replace(/[−–]/g, '-'));
  if (!signed) return null;
  const front = new RegExp(`^(?:${beside}) ?(?=[\\d.,])`, 'u');
  const back = new RegExp(` ?(?:${beside})$`, 'u');
  const bare = signed.rest.replace(front, '');
  const behind = back.test(bare);
  const [, digits = '', power, word] =
    /^([\d.,'’ -]*?)(?:(?<! )[eE]([+-]?\d{1,2}))? ?(k|K|[Tt]sd\.?|[Mm]io\.?|[Mm]ln\.?|mn|[Mm]rd\.?|bn|T|M)?$/.exec(
      bare.replace(back, ''),
    ) ?? [];
  if ((word === 'T' || word === 'M') && !behind) return null;
  const cut = digits.trim().split(decimal);
  const [whole = '', decimals = ''] = cut;
  const plain = wholeOf(whole, decimal);
  if (cut.length > 2 || plain === null || !/^(\d*|-{1,2})$/.test(decimals)) return null;
  if (plain === '' && !/^\d+$/.test(decimals)) return null;
  const exponent = Number(power ?? 0) + (thousands[word?.toLowerCase().replace('.', '') ?? ''] ?? 0);
  const size = Number(`${plain || '0'}.${decimals.replaceAll('-', '') || '0'}e${exponent}`);
  return signed.minus ? 0 - size : size;
};

/** The number that an amount is; null where it is none, or two. */
export const amountOf = (text: string, decimal: Sign | undefined): number | null => {
  if (decimal) return numberBy(text, decimal);
  const found = [...new Set([numberBy(text, '.'), numberBy(text, ',')])].filter((number) => number !== null);
  return found.length === 1 ? (found[0] ?? null) : null;
};

const words = {
  yes: 'true yes y 1 x on ja j oui o si sí s sim tak wahr vrai verdadero ✓ ✔'.split(' '),
  no: 'false no n 0 off nein non não nao nee nie falsch faux falso ✗ ✘'.split(' '),
};

/** Yes, no, or null for any other word; the log's own words come first. */
export const truthOf = (text: string, own: { yes: readonly string[]; no: readonly string[] }): boolean | null => {
  const lists: [readonly string[], boolean][] = [
    [own.yes, true],
    [own.no, false],
    [words.yes, true],
    [words.no, false],
  ];
  const word = text.trim().toLowerCase();
  return lists.find(([list]) => list.some((other) => other.toLowerCase() === word))?.[1] ?? null;
};
