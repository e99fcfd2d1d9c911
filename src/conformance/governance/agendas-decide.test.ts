import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { readIn, told } from '../fixtures/world.ts';
import { agendasDecide } from './agendas-decide.ts';

/** `board 03-01 decided open information carried`: a meeting at ten, or at the time that follows the day, with these items; `open` is a decision without a result, `kept` one whose decision is on record. */
const meetings = (lines: string): DesignInput['meetings'] =>
  lines.split('; ').map((line, index) => {
    const [forum = '', day = '', ...items] = line.split(' ');
    return {
      key: `m${index}`,
      forum,
      heldAt: `${/^\d{4}/u.test(day) ? day : `2026-${day}`}${day.includes('T') ? '' : 'T10:00'}:00Z`,
      agenda: items.map((item, place) => ({
        subject: `${item} ${place}`,
        kind:
          item === 'information'
            ? ('information' as const)
            : item === 'carried'
              ? ('carried-over' as const)
              : ('decision' as const),
        ...(item === 'decided' ? { result: 'yes' } : {}),
        ...(item === 'kept' ? { decision: 'd' } : {}),
      })),
    };
  });

const forums: DesignInput['forums'] = [
  { key: 'board', level: 'board', purpose: 'decide' },
  { key: 'round', level: 'board', purpose: 'status' },
];
const four = 'board 03-01 decided decided decided decided';
const few = 'not-enough-data: too few: 4 of at least 5';

test.each([
  ['a decision with a result', 'board 03-08 decided', '5/5'],
  ['a decision that is on record', 'board 03-08 kept', '5/5'],
  ['no decision without a result', 'board 03-08 open', '4/5'],
  ['no information', 'board 03-08 information', '4/5'],
  ['nothing that was carried over', 'board 03-08 carried', '4/5'],
  ['no meeting of a forum for status', 'round 03-08 decided', few],
  ['no meeting without an agenda', 'board 03-08', few],
  ['a meeting as the window opens', 'board 01-01T00:00 decided', '5/5'],
  ['no meeting before the window', 'board 2025-12-31 decided', few],
  ['no meeting as the window closes', 'board 2027-01-01T00:00 decided', few],
])('agendas that decide count %s', async (_, line, expected) => {
  const design = { forums, meetings: meetings(`${four}; ${line}`) };
  expect(told(await readIn(agendasDecide, { design }))).toBe(expected);
});

test('a meeting is held against the purpose its forum had on the day', async () => {
  const designs: DesignInput[] = [
    {
      design: { key: 'old', status: 'in-force', to: '2026-03-08' },
      forums,
      meetings: meetings(`${four}; board 03-08 open`),
    },
    {
      design: { key: 'new', status: 'in-force', from: '2026-03-08' },
      forums: [{ key: 'board', level: 'board', purpose: 'status' }],
      meetings: meetings('board 03-08 decided'),
    },
  ];
  expect(told(await readIn(agendasDecide, { designs }))).toBe(few);
});

test.each([
  ['nothing without a meeting of a forum that is to decide', 'round 03-01 decided', 'not-designed'],
  ['nothing without an agenda', 'board 03-01', 'not-designed'],
  ['something by one item', 'board 03-01 decided', 'not-enough-data'],
])('meetings are designed to decide %s', async (_, line, expected) => {
  const { status, missing } = await readIn(agendasDecide, { design: { forums, meetings: meetings(line) } });
  expect(status).toBe(expected);
  expect(missing).toContain(expected === 'not-designed' ? 'purpose: decide' : 'too few');
});

test('forums are told apart, and an item says what became of it', async () => {
  const design = { forums, meetings: meetings('board 03-01 decided open carried; board 03-08 decided information') };
  const { details, examples } = await readIn(agendasDecide, { design });
  expect(details).toMatchObject({ forums: { rows: [['board', 2, 5, 2]] } });
  expect(examples.map(({ object, because }) => [object, because])).toEqual([
    ['board', '"information 1" was information'],
    ['board', '"carried 2" was carried over'],
    ['board', '"open 1" was to be decided and was not'],
  ]);
});

test('forums of the window come with the fewest decisions for their agendas first, of equals the longer agenda', async () => {
  const lines = [
    'small 01-01T00:00 decided open',
    'large 03-01 decided decided open open',
    'idle 03-01 decided open open open',
    'small 2025-12-31 open open',
    'small 2027-01-01T00:00 open open',
  ];
  const design = {
    forums: ['small', 'large', 'idle'].map((key) => ({ key, level: 'board', purpose: 'decide' as const })),
    meetings: meetings(lines.join('; ')),
  };
  const { details } = await readIn(agendasDecide, { design });
  expect(details).toMatchObject({
    forums: {
      rows: [
        ['idle', 1, 4, 1],
        ['large', 1, 4, 2],
        ['small', 1, 2, 1],
      ],
    },
  });
});
