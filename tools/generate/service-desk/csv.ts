/** One record of a CSV file; values with a comma or a quote are quoted. */
export const csvLine = (values: readonly string[]): string =>
  values.map((value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',');

export const csvFile = (header: readonly string[], lines: readonly string[]): string =>
  `${[csvLine(header), ...lines].join('\n')}\n`;
