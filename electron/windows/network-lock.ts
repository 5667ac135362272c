import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

type Call = (this: unknown, ...args: unknown[]) => unknown;
type Patchable = Record<string, unknown>;

function refuse(): never {
  throw new Error('Sallyport opens no network connections.');
}

/** The path of a local socket or pipe in the arguments of `connect` or `listen`, in any of their forms. */
function localPath(args: readonly unknown[]): string | null {
  // Node itself hands on its normalised arguments as one array.
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'string') return Number.isNaN(Number(first)) ? first : null;
  if (typeof first !== 'object' || first === null) return null;
  const { path } = first as { path?: unknown };
  return typeof path === 'string' ? path : null;
}

function allowLocalOnly(prototype: object, method: string): void {
  const target = prototype as Patchable;
  const original = target[method] as Call;
  target[method] = function localOnly(this: unknown, ...args: unknown[]): unknown {
    return localPath(args) === null ? refuse() : Reflect.apply(original, this, args);
  };
}

function refuseAll(target: object, isWanted: (name: string) => boolean): void {
  for (const [name, value] of Object.entries(target)) {
    if (typeof value === 'function' && isWanted(name)) (target as Patchable)[name] = refuse;
  }
}

/**
 * Makes Node refuse to open or accept network connections for the rest of the process.
 *
 * Sockets of the file system (UNIX sockets, named pipes) go on working. Chromium's own side is locked by
 * switches, the session's filter and the content security policy.
 */
export function lockNetwork(): void {
  allowLocalOnly(net.Socket.prototype, 'connect');
  allowLocalOnly(net.Server.prototype, 'listen');
  (tls as unknown as Patchable).connect = refuse;
  refuseAll(dns, (name) => /^(lookup|resolve|reverse)/.test(name));
  refuseAll(dns.promises, (name) => /^(lookup|resolve|reverse)/.test(name));
  for (const method of ['bind', 'connect', 'send']) {
    (dgram.Socket.prototype as unknown as Patchable)[method] = refuse;
  }
  for (const name of ['fetch', 'WebSocket', 'EventSource']) {
    if (name in globalThis) Object.defineProperty(globalThis, name, { value: refuse, configurable: true });
  }
  syncBuiltinESMExports();
}
