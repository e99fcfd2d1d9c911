import type { Endpoint } from '#api/define.ts';
import { Fault, type Faults, isFaultCode } from '#model/fault.ts';
import { kindsOf } from './input.ts';
import { loopback } from './loopback.ts';
import type { Problem } from './problem.ts';

/**
 * Asks a server of this machine that holds a workspace. Its faults are thrown as they would be here; the answer is not
 * checked yet. Whatever a lock says, no other machine is asked: nothing of a workspace leaves it.
 */
export const ask = async (address: string, endpoint: Endpoint, input: object): Promise<unknown> => {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  const inPath = [...endpoint.path.matchAll(/:(\w+)/gu)].map(([, name = '']) => name);
  const rest = given.filter(([name]) => !inPath.includes(name));
  const path = endpoint.path.replaceAll(/:(\w+)/gu, (_, name: string) => {
    const [, value] = given.find(([known]) => known === name) ?? [];
    return encodeURIComponent(String(value));
  });
  const url = new URL(path, address);
  if (url.hostname !== loopback) throw new Fault('server-silent', { address });
  if (endpoint.method === 'get') {
    const kinds = kindsOf(endpoint.input);
    for (const [name, value] of rest) {
      url.searchParams.set(name, kinds.get(name) === 'json' ? JSON.stringify(value) : String(value));
    }
  }
  const order = { 'content-type': 'application/json' };
  const asked =
    endpoint.method === 'get' ? {} : { method: 'POST', headers: order, body: JSON.stringify(Object.fromEntries(rest)) };
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
