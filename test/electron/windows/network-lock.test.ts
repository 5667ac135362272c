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

test('every way out of Node refuses', () => {
  const script = `
    import dgram from 'node:dgram'; import dns from 'node:dns'; import { lookup } from 'node:dns/promises';
    import http from 'node:http'; import https from 'node:https'; import http2 from 'node:http2';
    import net, { connect } from 'node:net'; import tls from 'node:tls';
    const tries = {
      'net.connect': () => net.connect(9, '127.0.0.1'),
      'named connect': () => connect({ port: 9, host: '127.0.0.1' }),
      'net.Socket': () => new net.Socket().connect(9),
      'tls.connect': () => tls.connect(9, '127.0.0.1'),
      'net.listen': () => net.createServer().listen(0),
      'http.listen': () => http.createServer().listen(0, '127.0.0.1'),
      'http.get': () => http.get('http://127.0.0.1:9'),
      'https.get': () => https.get('https://127.0.0.1:9'),
      'http2.connect': () => http2.connect('http://127.0.0.1:9'),
      'dgram.bind': () => dgram.createSocket('udp4').bind(0),
      'dgram.send': () => dgram.createSocket('udp4').send('x', 9, '127.0.0.1'),
      'dns.lookup': () => dns.lookup('localhost', () => {}),
      'dns.resolve4': () => dns.resolve4('localhost', () => {}),
      'dns promises': () => lookup('localhost'),
      'fetch': () => fetch('http://127.0.0.1:9'),
      'WebSocket': () => new WebSocket('ws://127.0.0.1:9'),
    };
    const answers = {};
    for (const [name, attempt] of Object.entries(tries)) {
      try { await attempt(); answers[name] = 'allowed'; } catch (error) { answers[name] = error.message; }
    }
    process.stdout.write(JSON.stringify(answers));
    process.exit(0);`;
  const answers = locked(script) as Record<string, string>;
  expect(Object.keys(answers)).toHaveLength(16);
  expect(new Set(Object.values(answers))).toEqual(new Set(['Sallyport opens no network connections.']));
});

test('sockets of the file system and pipes go on working', () => {
  const socket = path.join(temporaryFolder(), 'socket');
  const script = `
    import net from 'node:net'; import { once } from 'node:events'; import { execFileSync } from 'node:child_process';
    const server = net.createServer((peer) => peer.end('hello')).listen(${JSON.stringify(socket)});
    await once(server, 'listening');
    const peer = net.connect(${JSON.stringify(socket)});
    const [data] = await once(peer, 'data');
    const child = execFileSync(process.execPath, ['-e', 'process.stdout.write("child")'], { encoding: 'utf8' });
    process.stdout.write(JSON.stringify([data.toString(), child]));
    process.exit(0);`;
  expect(locked(script)).toEqual(['hello', 'child']);
});
