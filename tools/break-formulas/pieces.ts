/** A piece of SQL between backticks, with zeros in place of what is spliced into it. */
export type Piece = { readonly text: string; readonly offset: number };

/** A file in two: its SQL, and its code with zeros in place of comments, texts and SQL. Both keep all places as they are. */
export type Pieces = { readonly sql: readonly Piece[]; readonly code: string };

const left = (from: number, until: number): string => '\u0000'.repeat(until - from);

/** What is neither code nor a template: comments, texts, and the heads of loops, which might never end if they were changed. */
const skipped = /\/\*[\s\S]*?\*\/|\/\/.*|\b(?:for|while) \(.*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/y;

export const piecesOf = (source: string): Pieces => {
  const sql: Piece[] = [];

  /** Reads code from `at` on, to the end or to the brace that ends a splice. */
  const readCode = (at: number): { code: string; until: number } => {
    let [code, depth, next] = ['', 0, at];
    while (next < source.length) {
      skipped.lastIndex = next;
      const skip = skipped.exec(source)?.[0].length ?? 0;
      const char = source[next] ?? '';
      if (char === '}' && depth === 0) break;
      if (char === '{') depth++;
      if (char === '}') depth--;
      const end = skip > 0 ? next + skip : char === '`' ? readTemplate(next) : next + 1;
      code += end === next + 1 ? char : left(next, end);
      next = end;
    }
    return { code, until: next };
  };

  /** Reads the template that opens at `at`, and answers where it is over. */
  const readTemplate = (at: number): number => {
    let [text, next] = ['', at + 1];
    while (source[next] !== '`') {
      const isSplice = source.startsWith('${', next);
      const end = isSplice ? readCode(next + 2).until + 1 : source[next] === '\\' ? next + 2 : next + 1;
      text += end === next + 1 ? source[next] : left(next, end);
      next = end;
    }
    if (/\bsql$/.test(source.slice(0, at))) sql.push({ text, offset: at + 1 });
    return next + 1;
  };

  const { code } = readCode(0);
  return { sql: sql.toSorted((a, b) => a.offset - b.offset), code };
};
