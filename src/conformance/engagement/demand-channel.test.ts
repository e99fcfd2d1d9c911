import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { each, readIn, told } from '../fixtures/world.ts';
import { demandChannel } from './demand-channel.ts';

const design: DesignInput = {
  channels: [
    { key: 'portal', kind: 'intake', raw: ['Web form'] },
    { key: 'board', kind: 'prioritisation' },
  ],
};
const four = each('A B C D', 'open started=03-01 channel=portal');
const few = 'not-enough-data: too few: 4 of at least 5';

test.each([
  ['an item through the intake', 'E open started=03-01 channel=portal', '5/5'],
  ['a raw name of the intake', 'E open started=03-01 channel=Web_form', '5/5'],
  ['no item through another channel', 'E open started=03-01 channel=mail', '4/5'],
  ['no item through a channel that is no intake', 'E open started=03-01 channel=board', '4/5'],
  ['nothing of items without a channel', 'E open started=03-01', few],
  ['only what was started', 'E open channel=portal', few],
  ['what was started as the window opens', 'E open started=01-01 channel=portal', '5/5'],
  ['nothing that was started before', 'E open started=2025-12-31 channel=portal', few],
  ['nothing that was started as the window closes', 'E open started=2027-01-01 channel=portal', few],
])('demand through the channel counts %s', async (_, item, expected) => {
  expect(told(await readIn(demandChannel, { design, items: `${four};${item}` }))).toBe(expected);
});

test('without an intake nothing is designed', async () => {
  const other: DesignInput = { channels: [{ key: 'board', kind: 'prioritisation' }] };
  expect((await readIn(demandChannel, { design: other, items: four })).status).toBe('not-designed');
});

test('a case says which way it came, and the intake is that of the day', async () => {
  const designs: DesignInput[] = [
    { ...design, design: { key: 'old', status: 'in-force', to: '2026-06-01' } },
    { design: { key: 'new', status: 'in-force', from: '2026-06-01' }, channels: [{ key: 'mail', kind: 'intake' }] },
  ];
  const { examples } = await readIn(demandChannel, {
    designs,
    items: `${four}; E done started=06-01 ended=07-01 channel=portal; F open started=06-01 channel=mail; G open started=05-31 channel=mail`,
  });
  expect(examples).toMatchObject([
    { item: 'E', at: '2026-06-01T00:00:00.000Z', because: 'came through portal' },
    { item: 'G', at: '2026-05-31T00:00:00.000Z', because: 'came through mail' },
  ]);
});
