/** How a document is written anew: which signs its encoding holds, what its tags begin with, how its lines end. */
export type XmlStyle = { readonly isUnicode: boolean; readonly prefix: string; readonly lineEnd: string };

/** The style of a document, told from its own text. */
export const styleOf = (text: string, rootAt: number): XmlStyle => {
  const [, encoding = 'utf-8'] = /^<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)/u.exec(text) ?? [];
  const [, prefix = ''] = /^<([^\s:>/]+:)/u.exec(text.slice(rootAt, rootAt + 200)) ?? [];
  return { isUnicode: /^utf-?(?:8|16)/iu.test(encoding), prefix, lineEnd: text.includes('\r\n') ? '\r\n' : '\n' };
};

export const escapedText = (text: string, { isUnicode }: Pick<XmlStyle, 'isUnicode'>): string => {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return isUnicode ? plain : plain.replace(/[\u{80}-\u{10ffff}]/gu, (sign) => `&#${sign.codePointAt(0)};`);
};

const escapedAttribute = (text: string, style: XmlStyle): string => escapedText(text, style).replaceAll('"', '&quot;');

/** An element to be written: text, or others inside it. */
export type NewElement = {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly content?: string | readonly NewElement[];
};

/** The lines of an element, each with an indent before it; texts stay on the line of their tag. */
export const elementText = (
  { name, attributes = {}, content = [] }: NewElement,
  style: XmlStyle,
  indent: string,
): string => {
  const tag = `${style.prefix}${name}`;
  const stated = Object.entries(attributes).flatMap(([known, value]) =>
    value === undefined ? [] : [` ${known}="${escapedAttribute(value, style)}"`],
  );
  const head = `${indent}<${tag}${stated.join('')}`;
  if (typeof content === 'string') return `${head}>${escapedText(content, style)}</${tag}>`;
  if (content.length === 0) return `${head}/>`;
  const lines = content.map((child) => elementText(child, style, `${indent}  `));
  return [`${head}>`, ...lines, `${indent}</${tag}>`].join(style.lineEnd);
};

/** The blanks before a place, back to the beginning of its line. */
export const indentAt = (text: string, at: number): string =>
  /[ \t]*$/u.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? '';

/** A text as bytes in the encoding that another document of those bytes has. */
export const encodedLike = (text: string, bytes: Uint8Array): Uint8Array => {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return Buffer.from(`\uFEFF${text}`, 'utf8');
  const isLittle = first === 0xff && second === 0xfe;
  if (!isLittle && !(first === 0xfe && second === 0xff)) return Buffer.from(text, 'utf8');
  const wide = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return isLittle ? wide : wide.swap16();
};
