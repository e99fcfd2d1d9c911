import type { Random } from '../service-desk/random.ts';
import { months } from './periods.ts';

/** What is true of an outcome: by how much its level changed for good in which month, nought where nothing did. */
export type TrueEffect = {
  readonly outcome: string;
  readonly goLive: string;
  readonly level: number;
  readonly hasControl: boolean;
};

/** Monthly measurements: a level with noise, raised by the true effect from the month of going live on. */
export const seriesOf = (random: Random, { goLive, level, hasControl }: TrueEffect) => {
  const noise = (): number => (random.next() + random.next() + random.next() - 1.5) * 3;
  const common = months.map(noise);
  const point = (on: string, n: number, effect: number) => ({
    on,
    value: Math.round((100 + (common[n] ?? 0) + noise() + (on >= goLive ? effect : 0)) * 100) / 100,
    source: 'monthly report',
  });
  return {
    measurements: months.map((on, n) => point(on, n, level)),
    ...(hasControl ? { control: months.map((on, n) => point(on, n, 0)) } : {}),
  };
};
