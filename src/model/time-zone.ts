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

const zones = new Set<string>();

/** Whether the platform has a zone of that name. To ask takes a fifth of a millisecond, so those that it has are kept. */
export const isZone = (name: string): boolean => {
  if (zones.has(name)) return true;
  try {
    if (new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone === '') return false;
  } catch {
    return false;
  }
  zones.add(name);
  return true;
};

const zoneThat = (isRight: (name: string) => boolean) =>
  z.string().check(({ value, issues }) => {
    if (isRight(value)) return;
    const params = { closest: closestZone(value) };
    issues.push({ code: 'custom', input: value, message: 'a time zone such as Europe/Berlin or UTC', params });
  });

/** Offsets such as +02:00 are refused: they know nothing of summer time, and the engines do not share them. */
export const TimeZone = zoneThat((name) => /^[A-Za-z]/.test(name) && isZone(name));

/** The zone of a log's clocks. Some logs keep a fixed offset all year, so one such as +02:00 is let through here. */
export const LogZone = zoneThat(isZone);
