import { z } from 'zod';
import { Beside } from '#model/beside.ts';
import { Discovery } from '#model/discovery.ts';
import { endpoint } from './define.ts';
import { asOf } from './figures.ts';
import { notices } from './model.ts';

export const discoverModel = endpoint({
  id: 'discover-model',
  stands: true,
  job: 'begun-again',
  method: 'get',
  path: '/api/v1/discovery',
  summary: 'The operating model that the evidence shows, and a draft design of it to correct and put in force',
  input: z.strictObject({ asOf, detail: z.number().min(0).max(1).default(0.9) }),
  answer: z.object({ timeZone: z.string(), asOf: z.iso.datetime(), discovery: Discovery, draft: z.string(), notices }),
});

export const compareDiscovery = endpoint({
  id: 'compare-discovery',
  stands: true,
  job: 'begun-again',
  method: 'get',
  path: '/api/v1/discovery/comparison',
  summary:
    'The design in force beside the model that the evidence shows, part by part, with the edits that would adopt it',
  input: z.strictObject({ asOf }),
  answer: z.object({
    asOf: z.iso.datetime(),
    design: z.object({ key: z.string(), name: z.string() }),
    parts: z.array(Beside),
    notices,
  }),
});
