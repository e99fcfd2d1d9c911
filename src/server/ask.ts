import type { Endpoint } from '#api/define.ts';
import { fieldsInPath, filledPath, writtenFields } from '#api/written.ts';
import { Fault, type Faults, isFaultCode } from '#model/fault.ts';
import { doorHeader } from './door.ts';
import type { HeldAt } from './held.ts';
import { loopback } from './loopback.ts';
import type { Problem } from './problem.ts';

/**
 * Asks a server of this machine that holds a workspace. Its faults are thrown as they would be here; the answer is not
 * checked yet. Whatever a lock says, no other machine is asked: nothing of a workspace leaves it.
 */
export const ask = async ({ address, key }: HeldAt, endpoint: Endpoint, input: object): Promise<unknown> => {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  const inPath = fieldsInPath(endpoint.path);
  const rest = given.filter(([name]) => !inPath.includes(name));
  const path = filledPath(endpoint.path, (name) => {
    const [, value] = given.find(([known]) => known === name) ?? [];
    return encodeURIComponent(String(value));
  });
  const url = new URL(path, address);
  if (url.hostname !== loopback) throw new Fault('server-silent', { address });
  if (endpoint.method === 'get') {
    const fields = writtenFields(endpoint.input);
    for (const [name, value] of rest) {
      url.searchParams.set(name, fields.get(name) === 'json' ? JSON.stringify(value) : String(value));
    }
  }
  const door = { [doorHeader]: 'cli', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) };
  const order = { 'content-type': 'application/json', ...door };
  const asked =
    endpoint.method === 'get'
      ? { headers: door }
      : { method: 'POST', headers: order, body: JSON.stringify(Object.fromEntries(rest)) };
  const answer = await fetch(url, asked).catch(() => {
    throw new Fault('server-silent', { address });
  });
  const said: unknown = await answer.json();
  if (answer.ok) return said;
  throw faultIn(said as Problem);
};

const faultIn = ({ code, fault, place, detail }: Problem): Error => {
  if (code === undefined || !isFaultCode(code)) return new Error(detail);
  return new Fault(code, fault as Faults[typeof code], place as Fault['place']);
};
