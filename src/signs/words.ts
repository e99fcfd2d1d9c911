import type { SignPlace, SignRuleResult } from '#model/sign.ts';

/** As many digits as a sentence can carry; what is there never reads as nothing. */
const some = (value: number): string => {
  const text = value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) >= 10 ? 0 : 1 }).replace('-', '−');
  if (text === '−0') return '0';
  return text === '0' && value > 0 ? 'under 0.1' : text;
};

const percent = (share: number): string => {
  const points = Math.round(share * 100);
  if (points === 0 && share > 0) return 'under 1%';
  return points === 100 && share < 1 ? 'over 99%' : `${points}%`;
};

/** A value with its unit, as it stands in a sentence. */
export const amountOf = (value: number, unit: string): string => {
  if (unit === 'share') return percent(value);
  if (unit === 'day') return value > 0 && value < 1 ? `${some(value * 24)} h` : `${some(value)} d`;
  if (unit === 'hand-over' || unit === 'count') return some(value);
  if (unit === 'correlation') return `correlation ${twoPlaces(value)}`;
  return `${some(value)} ${unit}${some(value) === '1' ? '' : 's'}`;
};

type Surety = Pick<SignRuleResult, 'lower' | 'upper' | 'unit' | 'n' | 'interval' | 'coverage'>;

/** `95 % interval 60–67, n 657`, and how much of the cases is known where that is not nearly all. */
export const suretyOf = ({ lower, upper, unit, n, interval, coverage }: Surety): string => {
  const known = coverage !== null && coverage < wellCovered ? `, known of ${percent(coverage)} of the cases` : '';
  return `${rangeOf(lower, upper, unit, interval)}, n ${n.toLocaleString('en')}${known}`;
};

const rangeOf = (lower: number | null, upper: number | null, unit: string, interval: string): string => {
  if (interval === 'complete') return 'all counted';
  if (lower === null || upper === null) return 'no interval';
  const [from, to] = [bare(lower, unit), bare(upper, unit)];
  return `95% interval ${from === to ? 'within rounding' : `${from}${lower < 0 ? ' to ' : '–'}${to}`}`;
};

const wellCovered = 0.95;

const bare = (value: number, unit: string): string =>
  unit === 'share' ? percent(value).replace(/%$/u, '') : unit === 'correlation' ? twoPlaces(value) : some(value);

const twoPlaces = (value: number): string => value.toFixed(2).replace('-', '−');

const scopes: Readonly<Record<string, string>> = {
  team: 'items of team ',
  forum: 'forum ',
  stage: 'stage ',
  capability: 'capability ',
  'decision-type': 'decisions of type ',
  'item-type': 'items of type ',
};

/** Where a finding concentrates, as the end of a clause. */
export const placeText = ({ kind, scope, name, value, n }: SignPlace, unit: string): string => {
  const place = `${scopes[scope] ?? ''}${name}`;
  switch (kind) {
    case 'worse':
      return `most of all for ${place} (${amountOf(value, unit)}, n ${n.toLocaleString('en')})`;
    case 'part':
      return `${percent(value)} of the waiting lies in ${place}`;
    case 'most':
      return `${value === 1 ? 'all' : percent(value)} of the cases that broke it concern ${place}`;
  }
};
