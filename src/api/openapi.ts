import { z } from 'zod';
import type { Endpoint } from './define.ts';
import { ShownJob } from './jobs.ts';
import { Upload, uploadPath } from './uploads.ts';
import { fieldsInPath, filledPath, writtenAs } from './written.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The endpoints as an OpenAPI 3.1 document, printed from the schemas that check what is asked and answered.
 *
 * What stands neither in the path nor in the body stands in the query; there a value that is no text, number or yes and no
 * is JSON.
 */
export const openApiOf = (endpoints: readonly Endpoint[], version: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Throughline',
    version,
    summary: 'The designed IT operating model against the evidence of how work and decisions actually happen',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  paths: {
    ...Object.fromEntries(
      [...Map.groupBy(endpoints, ({ path }) => path)].map(([path, own]) => [
        filledPath(path, (name) => `{${name}}`),
        Object.fromEntries(own.map((endpoint) => [endpoint.method, operationOf(endpoint)])),
      ]),
    ),
    [uploadPath]: { post: uploadFile },
  },
  components: { schemas: { Problem: problem } },
});

/** RFC 9457, with the fault that stands behind it. */
const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    fault: { type: 'object' },
    place: { type: 'object' },
  },
} as const;

const operationOf = ({ id, method, path, summary, input, answer, job }: Endpoint): Json => {
  const { properties = {}, required = [] } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  const inPath = fieldsInPath(path);
  const rest = Object.entries(properties).filter(([name]) => !inPath.includes(name));
  const parameters = [
    ...inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? { type: 'string' } })),
    ...(method === 'get' ? rest.map(([name, schema]) => queryParameter(name, schema, required.includes(name))) : []),
    ...(job ? [prefer] : []),
  ];
  const body = {
    type: 'object',
    properties: Object.fromEntries(rest),
    required: required.filter((name) => !inPath.includes(name)),
    additionalProperties: false,
  };
  return {
    operationId: id,
    summary,
    parameters,
    ...(method === 'post'
      ? { requestBody: { required: body.required.length > 0, content: { 'application/json': { schema: body } } } }
      : {}),
    responses: {
      200: {
        description: 'The answer',
        content: { 'application/json': { schema: z.toJSONSchema(answer, { io: 'output', unrepresentable: 'any' }) } },
      },
      ...(job ? { 202: promised } : {}),
      default: {
        description: 'Why there is none',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
};

/** The one order that is no JSON. */
const uploadFile = {
  operationId: 'upload-file',
  summary: 'Hands a file over, byte for byte as the body of the request',
  parameters: [{ name: 'name', in: 'query', required: false, schema: { type: 'string' } }],
  requestBody: {
    required: true,
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  },
  responses: {
    201: {
      description: 'What it was handed over as',
      content: { 'application/json': { schema: z.toJSONSchema(Upload) } },
    },
  },
} as const;

/** How long work is asked for without waiting for it. */
const prefer = {
  name: 'Prefer',
  in: 'header',
  required: false,
  description: '"respond-async" asks for a job instead of the answer (RFC 7240)',
  schema: { type: 'string' },
} as const;

const promised = {
  description: 'A job; /api/v1/jobs/{id}/progress tells what becomes of it as server-sent events',
  headers: { Location: { schema: { type: 'string' } } },
  content: { 'application/json': { schema: z.toJSONSchema(ShownJob, { io: 'output', unrepresentable: 'any' }) } },
};

const queryParameter = (name: string, schema: z.core.JSONSchema._JSONSchema, required: boolean): Json => {
  const isJson = writtenAs(schema) === 'json';
  return { name, in: 'query', required, ...(isJson ? { content: { 'application/json': { schema } } } : { schema }) };
};
