/** The years of the example, and the quarters and months in them. */
const years = [2024, 2025];

const day = (year: number, month: number): string => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);

export const quarters = years.flatMap((year) =>
  [0, 1, 2, 3].map((n) => ({
    key: `${year}-q${n + 1}`,
    kind: 'quarter',
    from: day(year, n * 3),
    to: day(year, n * 3 + 3),
  })),
);

export const planningPeriods = [
  ...years.map((year) => ({ key: `${year}`, kind: 'year', from: day(year, 0), to: day(year + 1, 0) })),
  ...quarters,
];

export const yearKeys = years.map(String);

/** The 15th of every month. */
export const months = years.flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${day(year, month).slice(0, 8)}15`),
);
