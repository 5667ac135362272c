import type { Page } from '@playwright/test';

/** What the ways below are written with; the texts run in the page, which allows none of its own to be evaluated. */
const GIVEN = `
  const refused = 'refused';
  const on = (target, good, bad = 'error') => new Promise((resolve) => {
    target.addEventListener(good, () => resolve(good));
    target.addEventListener(bad, () => resolve(refused));
  });
  const put = (tag, fields, good = 'load') => {
    const element = Object.assign(document.createElement(tag), fields);
    const answer = on(element, good);
    document.body.append(element);
    return answer;
  };
  // What answers nothing to the page: the packets are counted.
  const silently = (work) => { work(); return refused; };
  const nested = () => document.body.appendChild(document.createElement('iframe')).contentWindow;
  const peer = async (Peer) => {
    const turn = { urls: 'turn:198.51.100.7:3478?transport=tcp', username: 'a', credential: 'b' };
    const connection = new Peer({ iceServers: [{ urls: 'stun:198.51.100.7:3478' }, { urls: 'stun:out.example' }, turn] });
    const found = [];
    connection.createDataChannel('x');
    connection.onicecandidate = ({ candidate }) => candidate?.candidate && found.push(candidate.candidate);
    await connection.setLocalDescription(await connection.createOffer());
    await new Promise((resolve) => setTimeout(resolve, 2500));
    connection.close();
    return found[0] ?? refused;
  };`;

const ONCE: Readonly<Record<string, string>> = {
  WebRTC: 'peer(RTCPeerConnection)',
  'WebRTC by its old name': 'peer(webkitRTCPeerConnection)',
  'WebRTC of a nested page': 'peer(nested().RTCPeerConnection)',
  'data channel': 'typeof RTCDataChannel === "undefined" ? refused : "there"',
  'speech recognition': 'new webkitSpeechRecognition().start()',
};

const TO_EACH: Readonly<Record<string, string>> = {
  fetch: `fetch(to, { mode: 'no-cors' })`,
  'fetch of a nested page': `nested().fetch(to, { mode: 'no-cors' })`,
  XMLHttpRequest: `{ const request = new XMLHttpRequest(); request.open('GET', to); request.send(); return on(request, 'load'); }`,
  WebSocket: `on(new WebSocket(to.replace('http', 'ws')), 'open')`,
  EventSource: `on(new EventSource(to), 'open')`,
  WebTransport: 'new WebTransport(to).ready',
  'WebTransport of a nested page': 'new (nested().WebTransport)(to).ready',
  'import()': 'import(to)',
  font: `new FontFace('x', 'url(' + to + ')').load()`,
  image: `put('img', { src: to })`,
  video: `put('video', { src: to }, 'loadedmetadata')`,
  audio: `put('audio', { src: to }, 'loadedmetadata')`,
  script: `put('script', { src: to })`,
  'style sheet': `put('link', { rel: 'stylesheet', href: to })`,
  worker: `on(new Worker(to), 'message')`,
  'worker of a text': `on(new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))), 'message')`,
  'shared worker': `on(new SharedWorker(to), 'connect')`,
  'service worker': 'navigator.serviceWorker.register(to)',
  payment: `new PaymentRequest([{ supportedMethods: to }], { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } }).show()`,
  'window.open': 'window.open(to) ?? refused',
  beacon: `silently(() => navigator.sendBeacon(to, 'x'))`,
  ping: `silently(() => document.body.appendChild(Object.assign(document.createElement('a'), { href: location.href, ping: to })).click())`,
  hints: `silently(() => {
    for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'preload', 'modulepreload', 'manifest', 'icon'])
      document.head.append(Object.assign(document.createElement('link'), { rel, as: 'script', href: to }));
  })`,
  speculation: `silently(() => document.head.append(Object.assign(document.createElement('script'),
    { type: 'speculationrules', text: JSON.stringify({ prefetch: [{ source: 'list', urls: [to] }] }) })))`,
  styles: `silently(() => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: '@import url(' + to + ');' }));
    document.body.style.backgroundImage = 'url(' + to + ')';
  })`,
  frames: `silently(() => {
    for (const [tag, name] of [['iframe', 'src'], ['object', 'data'], ['embed', 'src']])
      document.body.append(Object.assign(document.createElement(tag), { [name]: to }));
  })`,
  form: `silently(() => document.body.appendChild(Object.assign(document.createElement('form'), { action: to, method: 'post' })).submit())`,
  navigation: 'silently(() => { location.href = to; })',
};

const WAIT_MS = 5000;

async function answerOf(page: Page, to: string, way: string): Promise<string> {
  const body = way.startsWith('{') ? way.slice(1, -1) : `return ${way};`;
  const late = page.waitForTimeout(WAIT_MS).then(() => 'refused');
  const asked = page.evaluate(`(async (to) => { ${GIVEN} ${body} })(${JSON.stringify(to)})`).then(String);
  // What throws or rejects has refused.
  return Promise.race([asked.catch(() => 'refused'), late]);
}

/** Tries every way out that a page has; gives each with what it answered: 'refused', or what it did instead. */
export async function tryPageWays(page: Page, local: string): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  const attempt = async (name: string, to: string, way: string) => {
    answers.set(name, await answerOf(page, to, way));
  };
  await Promise.all(Object.entries(ONCE).map(([name, way]) => attempt(name, local, way)));
  // By number to nobody, to somebody on this machine, and by name.
  for (const to of ['https://198.51.100.7:8443/', local, 'https://out.example/'])
    await Promise.all(Object.entries(TO_EACH).map(([name, way]) => attempt(`${name} to ${to}`, to, way)));
  return answers;
}
