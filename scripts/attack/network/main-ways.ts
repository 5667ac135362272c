import type { ElectronApplication } from '@playwright/test';

/** What the ways below are written with; the texts run in the main process. */
const GIVEN = `
  const load = (name) => process.getBuiltinModule(name);
  const [net, dns, child] = ['net', 'dns', 'child_process'].map(load);
  const local = 'http://127.0.0.1:' + port + '/';
  // What gets as far as asking the system is no refusal, however that answers.
  const on = (emitter, good) => new Promise((resolve) => {
    for (const event of [good, 'error']) emitter.once(event, () => resolve(event));
    setTimeout(() => resolve('nothing'), 1500);
  });
  const asked = (work) => new Promise((resolve) => work((error) => resolve(String(error))));
  const connecting = 'require("net").connect(' + port + ', "127.0.0.1")';
  const sessionOf = (name) => electron.session.fromPartition(name);`;

const WAYS: Readonly<Record<string, string>> = {
  'net.connect': `on(net.connect(port, '127.0.0.1'), 'connect')`,
  'net.connect by name': `on(net.connect(80, 'out.example'), 'connect')`,
  'net.listen': `on(net.createServer().listen(0), 'listening')`,
  'net.listen beneath': `new net.Server()._listen2('127.0.0.1', 0, 4, 5)`,
  'handle of a server': `net._createServerHandle('127.0.0.1', 0, 4).listen(5)`,
  'bound socket': `new (net.BoundSocket ?? net._createServerHandle)({ host: '127.0.0.1', port: 0 })`,
  'tls.connect': `on(load('tls').connect(port, '127.0.0.1'), 'secureConnect')`,
  'http.get': `on(load('http').get(local), 'response')`,
  'https.get': `on(load('https').get(local.replace('http', 'https')), 'response')`,
  'http2.connect': `on(load('http2').connect(local), 'connect')`,
  'dgram bind': `on(load('dgram').createSocket('udp4').bind(0), 'listening')`,
  'handle of a datagram socket': `load('dgram')._createSocketHandle('127.0.0.1', 0, 'udp4')`,
  'class of datagram sockets': `new (load('dgram').Socket)('udp4')`,
  'dgram send': `asked((done) => load('dgram').createSocket('udp4').send('x', 9, '198.51.100.7', done))`,
  'dns.lookup': `asked((done) => dns.lookup('out.example', done))`,
  'dns.Resolver': `asked((done) => new dns.Resolver({ timeout: 300, tries: 1 }).resolve4('out.example', done))`,
  'dns/promises': `asked((done) => load('dns/promises').lookup('out.example').then(done))`,
  'dns/promises Resolver': `asked((done) =>
    new (load('dns/promises').Resolver)({ timeout: 300, tries: 1 }).resolve4('out.example').then(done, done))`,
  fetch: 'fetch(local)',
  // Electron 33 has none in Node.
  WebSocket: `typeof WebSocket === 'undefined' ? 'refused' : asked((done) => Object.assign(new WebSocket(local.replace('http', 'ws')), { onopen: done, onerror: done }))`,
  'worker thread': `on(new (load('worker_threads').Worker)(connecting, { eval: true }), 'exit')`,
  'module.register': `load('module').register('data:text/javascript,')`,
  spawn: `on(child.spawn('/bin/true'), 'exit')`,
  exec: `on(child.exec('/bin/true'), 'exit')`,
  fork: `on(child.fork('/dev/null'), 'exit')`,
  spawnSync: `child.spawnSync('/bin/true')`,
  execSync: `child.execSync('/bin/true')`,
  'cluster.fork': `on(load('cluster').fork(), 'exit')`,
  'process.binding of sockets': `process.binding('tcp_wrap')`,
  'process.binding of programs': `process.binding('spawn_sync')`,
  'net.fetch of Electron': 'electron.net.fetch(local)',
  'net.request of Electron': `new Promise((resolve, reject) => {
    const request = electron.net.request(local);
    request.on('response', resolve).on('error', reject);
    request.end();
  })`,
  'fetch of another session': `sessionOf('other').fetch(local)`,
  'fetch of another session by number': `sessionOf('other').fetch('https://198.51.100.7/')`,
  'names of Electron': `electron.session.defaultSession.resolveHost('out.example')`,
  'signal for a debugger': `process.kill(process.pid, 'SIGUSR1')`,
  // Last: through the same port the application is driven; the second would leave nothing of it.
  'inspector.open': `asked((done) => done(load('inspector').open(0)))`,
  'process.execve': `(process.execve ?? child.spawn)('/bin/true', ['true'], {})`,
};

/** What a refusal says: the lock's own sentence, or Chromium's. Whatever else is thrown was no refusal. */
const REFUSAL = /Sallyport opens no network connections|net::ERR_/;

/** A way out as the text of a function of Electron and the port of somebody who would hear; gives what came of it. */
type Way = { readonly name: string; readonly text: string };

const answering = (way: string): string => `(async (electron, port) => {
  try { return String(await (async () => { ${GIVEN} return ${way}; })()); }
  catch (error) { return ${REFUSAL}.test(String(error)) ? 'refused' : 'threw ' + error; }
})`;

const waysIn = (texts: readonly (readonly [name: string, way: string])[]): readonly Way[] =>
  texts.map(([name, way]) => ({ name, text: answering(way) }));

const all = Object.entries(WAYS);
/** Those that a process of a job has as well: sessions belong to main. */
export const waysOfJobs = waysIn(all.filter(([, way]) => !/sessionOf|electron\.session/.test(way)));

/** Tries every way out of the main process; gives each with what it answered: 'refused', or what it did instead. */
export async function tryMainWays(
  app: ElectronApplication,
  port: number,
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const { name, text } of waysIn(all)) {
    const answer = await app.evaluate(
      (electron, given): Promise<string> =>
        process.getBuiltinModule('node:vm').runInThisContext(given.text)(electron, given.port),
      { text, port },
    );
    answers.set(name, answer);
  }
  return answers;
}
