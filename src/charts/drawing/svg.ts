/** An element of a picture. Attributes that are null or undefined are left out. */
export type Mark = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | null | undefined>>;
  readonly children: readonly (Mark | string)[];
};

export const mark = (name: string, attributes: Mark['attributes'], ...children: readonly (Mark | string)[]): Mark => ({
  name,
  attributes,
  children,
});

/** One element a line, so that a change of a picture can be read as a difference of lines. */
export const print = ({ name, attributes, children }: Mark, indent = ''): string => {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [` ${key}="${valueText(name, key, value)}"`],
  );
  const open = `${indent}<${name}${written.join('')}`;
  if (children.length === 0) return `${open}/>`;
  if (children.every((child) => typeof child === 'string'))
    return `${open}>${children.map(escaped).join('')}</${name}>`;
  const inside = children.map((child) =>
    typeof child === 'string' ? `${indent}  ${escaped(child)}` : print(child, `${indent}  `),
  );
  return `${open}>\n${inside.join('\n')}\n${indent}</${name}>`;
};

const valueText = (name: string, key: string, value: string | number): string =>
  typeof value === 'string' ? escaped(value) : place(value, `${key} of ${name}`);

/** A coordinate to a tenth of a pixel. One that is no number is a mistake in the chart and never reaches a picture. */
export const place = (value: number, what = 'a coordinate'): string => {
  if (!Number.isFinite(value)) throw new Error(`${what} is ${value}`);
  return String(Math.round(value * 10) / 10 + 0);
};

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters and halves of pairs, which XML cannot hold, become the mark for what cannot be read. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (c) => (/[\t\n\r]/u.test(c) ? ' ' : '\ufffd'))
    .replace(/[&<>"]/gu, (c) => marks[c] ?? c);
