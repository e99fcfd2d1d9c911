import { z } from 'zod';
import { closest } from './closest.ts';

/**
 * The IANA zone that a person most likely meant: by its whole name, or by its city alone, as in `Berlin`.
 */
export const closestZone = (name: string): string | undefined => {
  const zones = Intl.supportedValuesOf('timeZone');
  const cities = new Map(zones.map((zone) => [cityOf(zone), zone]));
  const city = cities.get(cityOf(name));
  if (city !== undefined) return city;
  return closest(name, zones) ?? cities.get(closest(cityOf(name), [...cities.keys()]) ?? '');
};

const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? '').toLowerCase().replaceAll(' ', '_');

const isKnown = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const zoneThat = (isRight: (name: string) => boolean) =>
  z.string().check(({ value, issues }) => {
    if (isRight(value)) return;
    const params = { closest: closestZone(value) };
    issues.push({ code: 'custom', input: value, message: 'a time zone such as Europe/Berlin or UTC', params });
  });

/** Offsets such as +02:00 are refused: they know nothing of summer time, and the engines do not share them. */
export const TimeZone = zoneThat((name) => /^[A-Za-z]/.test(name) && isKnown(name));

/** The zone of a log's clocks. Some logs keep a fixed offset all year, so one such as +02:00 is let through here. */
export const LogZone = zoneThat(isKnown);
