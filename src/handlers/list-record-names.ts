import { listRecordNames } from '#api/record-names.ts';
import { recordNames } from '#model/record-names.ts';
import { broughtUp } from './applying.ts';
import { serve } from './define.ts';

export const answerListRecordNames = serve(listRecordNames, async (_, room) => {
  const { models } = await broughtUp(room);
  const differs = ([called, name]: readonly [string, string]): boolean => called.split(' ').at(-1) !== name;
  return { names: Object.fromEntries([...recordNames(models)].filter(differs)) };
});
