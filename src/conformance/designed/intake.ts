import type { DesignedTable } from '../ground.ts';

/** The channels of the evidence (by code) that are a designed intake, by key or by one of the raw names it is known by. */
export const intakeChannels: DesignedTable = {
  name: 'intake',
  columns: { code: 'int', from_at: 'double', until_at: 'double' },
  rows: ({ eras, names }) =>
    eras.flatMap(({ design, from, until }) => {
      const intakes = design.channels.filter(({ kind }) => kind === 'intake');
      return names.values
        .filter(({ role }) => role === 'channel')
        .filter(({ key, raw }) => intakes.some((intake) => intake.key === key || intake.raw.includes(raw)))
        .map(({ id }) => [id, from, until]);
    }),
};
