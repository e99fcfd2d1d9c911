const time =
  /^\d{4}-\d\d?-\d\d?([ T]\d|$)|^\d{1,2}([./-])\d{1,2}\2\d{2,4}(\D|$)|^\d{1,2}:\d\d(:\d\d)?$|^\d{10}(\d{3}){0,2}$/u;

/** How many fields of a header have to be ordinary values of their column before it is taken for data. */
const fewestRepeated = 2;
const nearlyAll = 0.8;

/**
 * A field of the first line that shows it is a row like the others and names nothing, or undefined.
 *
 * It is when one of its fields is a time over a column of times, or when several stand in the rows below as values: no log
 * has a state called Status. A time is shown rather than another value, which might name a person. The rows are those
 * that do not repeat the whole line.
 */
export const dataInHeader = (header: readonly string[], rows: readonly (readonly string[])[]): string | undefined => {
  const values = (index: number): string[] => rows.map((row) => row[index] ?? '').filter((value) => value !== '');
  const timed = header.find((field, index) => {
    if (!time.test(field)) return false;
    const below = values(index);
    return below.length > 0 && below.filter((value) => time.test(value)).length >= below.length * nearlyAll;
  });
  if (timed !== undefined) return timed;
  const repeated = header.filter((field, index) => field !== '' && values(index).includes(field));
  return repeated.length >= fewestRepeated ? repeated[0] : undefined;
};

/** Names that a header gives to several columns. */
export const doubledNames = (header: readonly string[]): string[] => {
  const names = header.filter((name) => name !== '');
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
};
