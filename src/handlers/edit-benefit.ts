import { forecastBenefit, realiseBenefit } from '#api/benefits.ts';
import { Benefit } from '#model/benefit.ts';
import { dayOf } from '#model/day.ts';
import { Fault } from '#model/fault.ts';
import { type Applied, broughtUp } from './applying.ts';
import { serve } from './define.ts';
import { editOf, makeEdits } from './record-edits.ts';
import { unknownRecord } from './record-id.ts';
import { editedOne } from './records.ts';
import type { Room } from './room.ts';

type Asked = { readonly dryRun: boolean; readonly reason: string; readonly expected?: number | undefined };

export const answerRealiseBenefit = serve(
  realiseBenefit,
  async ({ key, period, value, confirmedBy, ...asked }, room) => {
    const confirmation =
      confirmedBy === undefined ? {} : { confirmedBy, confirmedAt: room.surroundings.now().toISOString() };
    return edited(room, key, asked, ({ realised }) => {
      const stood = realised.find((each) => each.period === period);
      const stands = value ?? (confirmedBy === undefined ? undefined : stood?.value);
      if (stands === undefined) {
        const expected = `the value of ${period}${confirmedBy === undefined ? '' : ', which is not on record'}`;
        throw new Fault('input-refused', { field: 'value', found: 'left out', expected });
      }
      const entry = { period, value: stands, ...confirmation };
      const list = stood ? realised.map((each) => (each === stood ? entry : each)) : [...realised, entry];
      return { realised: list };
    });
  },
);

export const answerForecastBenefit = serve(forecastBenefit, async ({ key, madeOn, profile, ...asked }, room) => {
  const today = dayOf(room.surroundings.now().toISOString(), room.workspace.configuration.timeZone);
  const made = { madeOn: madeOn ?? today, profile };
  return edited(room, key, asked, ({ forecasts }) => {
    const later = forecasts.find((each) => each.madeOn >= made.madeOn);
    if (later) {
      const expected = `a day after ${later.madeOn}, the day of a forecast that is kept`;
      throw new Fault('input-refused', { field: 'madeOn', found: made.madeOn, expected });
    }
    return { forecasts: [...forecasts, made] };
  });
});

/** Changes fields of one benefit in the store, on top of what stands. */
const edited = async (
  room: Room,
  key: string,
  { expected, ...asked }: Asked,
  fieldsOf: (benefit: Benefit) => Readonly<Record<string, unknown>>,
) => {
  const applied = await broughtUp(room, asked.dryRun);
  const fields = { ...fieldsOf(benefitIn(applied, key)) };
  const edit = editOf({ kind: 'benefit', key, fields, expected, isNew: false, close: false }, applied);
  return editedOne(room, edit, await makeEdits(room, applied, [edit], asked));
};

const benefitIn = ({ standing }: Applied, key: string): Benefit => {
  const record = standing.find((each) => each.kind === 'benefit' && each.key === key);
  if (!record) throw unknownRecord({ kind: 'benefit', key }, standing);
  return Benefit.parse(record.body);
};
