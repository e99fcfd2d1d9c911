/** Hands a file to the person who looks at the page. */
export const save = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

export const saveCsv = (name: string, text: string): void =>
  save(`${name}.csv`, new Blob([text], { type: 'text/csv' }));

/** A file as the server answers it, in base64. */
export const saveBytes = (name: string, base64: string, type: string): void =>
  save(name, new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type }));

/** A name that every system takes for a file. */
export const fileName = (text: string): string => text.replaceAll(/[^\w.@=-]+/gu, '-');
