import { importRecords } from '#api/record-files.ts';
import { forgetUpload, type Upload } from '#api/uploads.ts';
import { ask } from '../../ask.ts';
import type { Proposal } from './proposal.tsx';

/** Files of records that were handed over, to be looked at and taken in as one change. */
export const recordProposal = (
  files: readonly Pick<Upload, 'upload' | 'name'>[],
  how: { readonly format?: string; readonly mapping?: string } = {},
): Proposal => {
  const names = files.map(({ name }) => name).join(', ');
  return {
    title: `Take in ${names}`,
    does: 'Take it in',
    done: `${names} is taken in.`,
    usual: `taken in from ${names}`,
    make: (asked) =>
      ask(importRecords, { ...asked, files: files.map(({ upload, name }) => ({ upload, name, ...how })) }),
    after: () => {
      for (const { upload } of files) void ask(forgetUpload, { upload });
    },
  };
};
