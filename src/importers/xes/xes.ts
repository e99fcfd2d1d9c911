import type { Importer } from '../define.ts';
import { looksLikeText } from '../reading/head.ts';
import { normalise } from './normalise.ts';
import { suggest } from './suggest.ts';

/**
 * Logs as XES (IEEE 1849): traces of events with attributes, in XML.
 *
 * A file is taken by its name, or without a telling name by an outermost element called log.
 */
export const xes: Importer = {
  id: 'xes',
  title: 'Event logs in XML (XES)',
  recognises: (path, head) =>
    looksLikeText(head) && (/\.xes(\.gz)?$/iu.test(path) || beginsAsLog(Buffer.from(head).toString('latin1'))),
  normalise,
  suggest,
};

/** Up to three bytes are a mark; in two-byte encodings there is a NUL beside every letter. */
const beginsAsLog = (text: string): boolean =>
  /^[^<\s]{0,3}(<\?[^>]*>|<!--[\s\S]*?-->|\s)*<(\w+:)?log[\s>]/iu.test(text.replaceAll('\0', ''));
