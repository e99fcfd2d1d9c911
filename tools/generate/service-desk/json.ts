const width = 120;

/**
 * JSON as the formatter of this repository writes it: objects over several lines, lists on one line where they fit.
 *
 * `before` is how much of the line is taken already, `after` whether a comma follows.
 */
const written = (value: unknown, indent: string, before: number, after: number): string => {
  if (value === undefined || value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const flat = oneLine(value);
    if (flat !== undefined && before + flat.length + after <= width) return flat;
    const items = value.map(
      (item, index) => deeper + written(item, deeper, deeper.length, commaAfter(index, value.length)),
    );
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, item], index) => {
    const name = `${deeper}${JSON.stringify(key)}: `;
    return name + written(item, deeper, name.length, commaAfter(index, entries.length));
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
};

const commaAfter = (index: number, length: number): number => (index < length - 1 ? 1 : 0);

/** A list on one line, or undefined where it holds an object. */
const oneLine = (list: readonly unknown[]): string | undefined => {
  const parts = list.map((item) => {
    if (Array.isArray(item)) return oneLine(item);
    return typeof item === 'object' && item !== null ? undefined : JSON.stringify(item);
  });
  return parts.every((part) => part !== undefined) ? `[${parts.join(', ')}]` : undefined;
};

export const jsonText = (value: unknown): string => `${written(value, '', 0, 0)}\n`;
