import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { applyModel } from '#api/model.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-frozen-'));
afterAll(() => removed(folder));

const decided = `decisionTypes: [{key: fund, decides: fund}]
decisions:
  - key: d
    type: fund
    raisedAt: 2026-01-01T00:00:00Z
    outcome: funded
    signedAt: 2026-01-02T00:00:00Z
`;

const apply = async (text: string) => {
  written(folder, { 'throughline.yaml': 'name: Acme\ncurrency: EUR\ntimeZone: UTC\n', 'model/a.yaml': text });
  const room = roomIn(folder);
  try {
    const { changes } = await ask(room, applyModel, {});
    return changes.map(({ what, kind, key }) => `${what} ${kind} ${key}`);
  } finally {
    await room.close();
  }
};

test('a signed decision is not changed by files; nothing of them is applied, and a correction is another decision', async () => {
  expect(await apply(decided)).toContain('added decision d');
  const changed = `teams: [{key: x}]\n${decided.replace('outcome: funded', 'outcome: refused')}`;
  await expect(apply(changed)).rejects.toThrow(
    /model\/a\.yaml:7:5 decisions\[0\]\.outcome: found "refused", expected "funded" as it was signed/,
  );
  await expect(apply('teams: [{key: x}]\n')).rejects.toThrow(/decision d: found no such decision/);
  const corrected = `${decided}  - {key: e, type: fund, raisedAt: 2026-01-03T00:00:00Z, outcome: refused, corrects: d}\n`;
  expect(await apply(corrected)).toEqual(['added decision e']);
});
