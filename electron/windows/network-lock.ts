import childProcess from 'node:child_process';
import cluster from 'node:cluster';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import inspectorPromises from 'node:inspector/promises';
import module, { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { constants } from 'node:os';
import tls from 'node:tls';
import workerThreads from 'node:worker_threads';

type Call = (this: unknown, ...args: unknown[]) => unknown;
type Patchable = Record<string, unknown>;

/** Programs of the system that are asked something, by their whole path: macOS for its mounts. */
const PROGRAMS: readonly string[] = ['/sbin/mount'];

/** What Node's own modules may be reached for past the modules themselves: none that can open a socket. */
const HARMLESS_BINDINGS = /^(fs|buffer|config|constants|natives|os|util|uv|v8|zlib|crypto|url|icu)$/;

function refuse(): never {
  throw new Error('Sallyport opens no network connections.');
}

/** A path on Windows that names a computer is a pipe of that computer. */
const isOfAnotherComputer = (path: string) =>
  process.platform === 'win32' && /^[\\/]{2}(?![.?][\\/](?!UNC[\\/]))/i.test(path);

/** The path of a local socket or pipe in the arguments of `connect` or `listen`, in any of their forms. */
function localPath(args: readonly unknown[]): string | null {
  // Node itself hands on its normalised arguments as one array.
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  const path = typeof first === 'object' && first !== null ? (first as { path?: unknown }).path : first;
  if (typeof path !== 'string' || isOfAnotherComputer(path)) return null;
  return typeof first === 'string' && !Number.isNaN(Number(first)) ? null : path;
}

/** Whether a server makes its handle for a path: Node's own mark for that is no port and no kind of address. */
function isPipe([path, port, addressType, , fd]: readonly unknown[]): boolean {
  const isForPath = port === -1 && addressType === -1 && typeof fd !== 'number';
  return isForPath && localPath([path]) !== null;
}

/** Lets a method go on only for arguments that are allowed. */
function allowOnly(target: object, method: string, isAllowed: (args: readonly unknown[]) => boolean): void {
  const patched = target as Patchable;
  const original = patched[method] as Call;
  patched[method] = function allowed(this: unknown, ...args: unknown[]): unknown {
    return isAllowed(args) ? Reflect.apply(original, this, args) : refuse();
  };
}

function refuseAll(target: object, isWanted: (name: string) => boolean): void {
  for (const name of Object.getOwnPropertyNames(target)) {
    if (!isWanted(name)) continue;
    if (typeof (target as Patchable)[name] === 'function') (target as Patchable)[name] = refuse;
  }
}

function refuseNamed(target: object, ...names: string[]): void {
  refuseAll(target, (name) => names.includes(name));
}

function lockSockets(): void {
  const isLocal = (args: readonly unknown[]) => localPath(args) !== null;
  allowOnly(net.Socket.prototype, 'connect', isLocal);
  allowOnly(net.Server.prototype, 'listen', isLocal);
  allowOnly(net.Server.prototype, '_listen2', isPipe);
  // A socket that is bound already, and one without any of the methods here.
  refuseNamed(net, '_createServerHandle', 'BoundSocket');
  refuseNamed(tls, 'connect');
  refuseNamed(http2, 'connect');
  // A caller may bring sockets of its own; the agents make theirs by these.
  for (const agent of [http.Agent.prototype, https.Agent.prototype]) refuseNamed(agent, 'createConnection');
  refuseNamed(dgram.Socket.prototype, 'bind', 'connect', 'send', 'addMembership');
  // The class too: what it makes can be bound past its methods.
  refuseNamed(dgram, 'createSocket', '_createSocketHandle', 'Socket');
}

function lockNames(): void {
  const asks = (name: string) => /^(lookup|resolve|reverse)/.test(name);
  for (const target of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
    refuseAll(target, asks);
}

/** What runs beside this script would run without the lock; Electron's own jobs bring it along. */
function lockOtherThreads(): void {
  refuseNamed(workerThreads, 'Worker');
  refuseNamed(module, 'register');
  const asksTheSystem = ([program]: readonly unknown[]) => PROGRAMS.includes(String(program));
  for (const method of ['spawnSync', 'execFileSync']) allowOnly(childProcess, method, asksTheSystem);
  refuseNamed(childProcess, 'spawn', 'exec', 'execFile', 'execSync', 'fork');
  refuseNamed(childProcess.ChildProcess.prototype, 'spawn');
  refuseNamed(cluster, 'fork');
  // Puts another program in the place of this one.
  refuseNamed(process, 'execve');
}

function lockInspector(): void {
  refuseNamed(inspector, 'open');
  refuseNamed(inspectorPromises, 'open');
  refuseNamed(process, '_debugProcess');
  // Node takes this signal for the wish to be debugged; what sends one comes through here.
  const asksForDebugger = constants.signals.SIGUSR1;
  allowOnly(process, '_kill', ([, signal]) => asksForDebugger === undefined || signal !== asksForDebugger);
  const isHarmless = ([name]: readonly unknown[]) => HARMLESS_BINDINGS.test(String(name));
  allowOnly(process, 'binding', isHarmless);
}

/**
 * Makes Node refuse to open or accept network connections for the rest of the process, to start programs and
 * threads, which would not refuse, and to open a port for a debugger.
 *
 * Sockets of the file system (UNIX sockets, named pipes) go on working. Chromium's own side is locked by
 * switches, the session's filter and the content security policy.
 */
export function lockNetwork(): void {
  lockSockets();
  lockNames();
  lockOtherThreads();
  lockInspector();
  for (const name of ['fetch', 'WebSocket', 'EventSource']) {
    if (name in globalThis) Object.defineProperty(globalThis, name, { value: refuse, configurable: true });
  }
  syncBuiltinESMExports();
}
