import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-store.ts';

const lock = path.resolve(import.meta.dirname, '../../../electron/windows/network-lock.ts');

/** Runs a script in a Node of its own whose network is locked; gives the JSON it prints. */
function locked(script: string): unknown {
  const text = `import { lockNetwork } from ${JSON.stringify(lock)};\nlockNetwork();\n${script}`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8' });
  return JSON.parse(output);
}

const REFUSAL = 'Sallyport opens no network connections.';

/** What each of the ways out answers: 'allowed', or the message of what it threw. */
function answersOf(imports: string, tries: Readonly<Record<string, string>>): Record<string, string> {
  const listed = Object.entries(tries).map(([name, code]) => `${JSON.stringify(name)}: () => ${code}`);
  return locked(`${imports}
    const answers = {};
    for (const [name, attempt] of Object.entries({ ${listed.join(',\n')} })) {
      try { await attempt(); answers[name] = 'allowed'; } catch (error) { answers[name] = error.message; }
    }
    process.stdout.write(JSON.stringify(answers));
    process.exit(0);`) as Record<string, string>;
}

const all = (tries: object, answer: string) =>
  Object.fromEntries(Object.keys(tries).map((name) => [name, answer]));

test('every socket and every name refuses', () => {
  const imports = `
    import dgram, { _createSocketHandle, createSocket } from 'node:dgram'; import dns from 'node:dns';
    import { lookup, Resolver } from 'node:dns/promises';
    import http from 'node:http'; import https from 'node:https'; import http2 from 'node:http2';
    import net, { connect } from 'node:net'; import tls from 'node:tls';`;
  const tries = {
    'net.connect': "net.connect(9, '127.0.0.1')",
    'named connect': "connect({ port: 9, host: '127.0.0.1' })",
    'port as text': "net.connect('9')",
    'net.Socket': 'new net.Socket().connect(9)',
    'tls.connect': "tls.connect(9, '127.0.0.1')",
    'tls.TLSSocket': 'new tls.TLSSocket(new net.Socket()).connect(9)',
    'net.listen': 'net.createServer().listen(0)',
    'tls.listen': 'tls.createServer().listen(0)',
    'http.listen': "http.createServer().listen(0, '127.0.0.1')",
    'http2.listen': 'http2.createServer().listen(0)',
    'net.listen beneath': "new net.Server()._listen2('127.0.0.1', 0, 4, 5)",
    'net.listen beneath on a file': 'new net.Server()._listen2(null, -1, -1, 5, 0)',
    'net handle': "net._createServerHandle('127.0.0.1', 0, 4).listen(5)",
    'net.BoundSocket': "new (net.BoundSocket ?? net._createServerHandle)({ host: '127.0.0.1', port: 0 })",
    'dgram handle': "dgram._createSocketHandle('127.0.0.1', 0, 'udp4')",
    'dgram.Socket alone': "new dgram.Socket('udp4')",
    'named dgram handle': "_createSocketHandle('127.0.0.1', 0, 'udp4')",
    'http.get': "http.get('http://127.0.0.1:9')",
    'http.request without agent': 'http.request({ port: 9, agent: false }).end()',
    'https.get': "https.get('https://127.0.0.1:9')",
    'http.Agent': 'new http.Agent().createConnection({ port: 9 })',
    'http2.connect': "http2.connect('http://127.0.0.1:9')",
    'http2.connect tls': "http2.connect('https://127.0.0.1:9')",
    'dgram.createSocket': "dgram.createSocket('udp4')",
    'named createSocket': "createSocket('udp4')",
    'dgram.Socket': "new dgram.Socket('udp4').bind(0)",
    'dgram.Socket send': "new dgram.Socket('udp4').send('x', 9, '127.0.0.1')",
    'dns.lookup': "dns.lookup('localhost', () => {})",
    'dns.lookupService': "dns.lookupService('127.0.0.1', 80, () => {})",
    'dns.resolve4': "dns.resolve4('localhost', () => {})",
    'dns.Resolver': "new dns.Resolver().resolve4('localhost', () => {})",
    'dns.Resolver reverse': "new dns.Resolver().reverse('127.0.0.1', () => {})",
    'dns promises': "lookup('localhost')",
    'Resolver of promises': "new Resolver().resolve('localhost')",
    'dns.promises.Resolver': "new dns.promises.Resolver().resolveTxt('localhost')",
    fetch: "fetch('http://127.0.0.1:9')",
    WebSocket: "new WebSocket('ws://127.0.0.1:9')",
    'process.binding tcp': "process.binding('tcp_wrap')",
    'process.binding udp': "process.binding('udp_wrap')",
    'process.binding names': "process.binding('cares_wrap')",
  };
  expect(answersOf(imports, tries)).toEqual(all(tries, REFUSAL));
});

test('no thread, no program and no debugger is started, which would know of no lock', () => {
  const imports = `
    import * as child from 'node:child_process'; import cluster from 'node:cluster';
    import inspector, { open } from 'node:inspector'; import * as inspectorPromises from 'node:inspector/promises';
    import module from 'node:module'; import { Worker } from 'node:worker_threads';
    import { createRequire } from 'node:module'; const require = createRequire('/');`;
  const tries = {
    Worker: "new Worker('1', { eval: true })",
    'required Worker': "new (require('worker_threads').Worker)('1', { eval: true })",
    'module.register': "module.register('data:text/javascript,')",
    spawn: "child.spawn('true')",
    exec: "child.exec('true')",
    execFile: "child.execFile('true')",
    fork: "child.fork('/dev/null')",
    spawnSync: "child.spawnSync('true')",
    execSync: "child.execSync('true')",
    execFileSync: "child.execFileSync('true')",
    itself: 'child.spawnSync(process.execPath)',
    ChildProcess: "new child.ChildProcess().spawn({ file: 'true', args: [] })",
    'builtin module': "process.getBuiltinModule('child_process').spawn('true')",
    'cluster.fork': 'cluster.fork()',
    'inspector.open': 'inspector.open(0)',
    'named inspector open': 'open(0)',
    'inspector of promises': 'inspectorPromises.open(0)',
    'process.binding spawn': "process.binding('spawn_sync')",
    'process.binding process': "process.binding('process_wrap')",
    'process._debugProcess': 'process._debugProcess(process.pid)',
    'signal for a debugger': "process.kill(process.pid, 'SIGUSR1')",
    'process.execve': "(process.execve ?? child.spawn)('/bin/true', ['true'], {})",
  };
  expect(answersOf(imports, tries)).toEqual(all(tries, REFUSAL));
});

test('sockets of the file system and pipes go on working, and so do harmless bindings and signals', () => {
  const socket = path.join(temporaryFolder(), 'socket');
  const script = `
    import net from 'node:net'; import { once } from 'node:events';
    const server = net.createServer((peer) => peer.end('hello')).listen(${JSON.stringify(socket)});
    await once(server, 'listening');
    const peer = net.connect(${JSON.stringify(socket)});
    const [data] = await once(peer, 'data');
    process.stdout.write(JSON.stringify([data.toString(), typeof process.binding('fs'), process.kill(process.pid, 0)]));
    process.exit(0);`;
  expect(locked(script)).toEqual(['hello', 'object', true]);
});
