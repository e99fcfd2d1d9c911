import { Upload, uploadPath } from '#api/uploads.ts';
import { Refused } from '../../ask.ts';

export type HandingOver = { readonly done: Promise<Upload>; readonly stop: () => void };

/** Sends a file to the server as it is. Only the older way of asking tells how much of it has arrived. */
export const handOver = (file: File, told: (share: number) => void): HandingOver => {
  const request = new XMLHttpRequest();
  const done = new Promise<Upload>((resolve, reject) => {
    const fail = (detail: string): void => reject(new Refused({ title: 'not handed over', status: 0, detail }));
    request.upload.addEventListener('progress', ({ loaded, total }) => told(total === 0 ? 1 : loaded / total));
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(Upload.parse(JSON.parse(request.responseText)));
      else fail(detailIn(request.responseText));
    });
    request.addEventListener('error', () =>
      fail('The server does not answer, or broke the line: is the file too large?'),
    );
    request.addEventListener('abort', () => fail('It was broken off; nothing of it was kept.'));
  });
  request.open('POST', `${uploadPath}?name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return { done, stop: () => request.abort() };
};

const detailIn = (text: string): string => {
  try {
    return String(Object(JSON.parse(text)).detail ?? text);
  } catch {
    return text;
  }
};
