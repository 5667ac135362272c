import type { App, Session, WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import {
  contentSecurityPolicy,
  isOwnUrl,
  lockAllContents,
  lockSession,
  NETWORK_SWITCHES,
  SECURE_WEB_PREFERENCES,
} from '../../../electron/windows/security.ts';

test('every window is isolated, sandboxed, without Node, and nothing can change that', () => {
  expect(SECURE_WEB_PREFERENCES).toEqual({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    spellcheck: false,
    navigateOnDragDrop: false,
  });
  expect(Object.isFrozen(SECURE_WEB_PREFERENCES)).toBe(true);
});

test('the policy allows what is served by the application, and no evaluation', () => {
  const policy = contentSecurityPolicy('abc');
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc';/);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test('Chromium resolves no name and calls nobody', () => {
  const names = NETWORK_SWITCHES.map(([name]) => name);
  expect(NETWORK_SWITCHES).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  expect(names).toEqual(
    expect.arrayContaining([
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
      'no-pings',
      'force-webrtc-ip-handling-policy',
      'disable-quic',
    ]),
  );
  expect(NETWORK_SWITCHES).toContainEqual(['proxy-server', 'none.invalid:1']);
  expect(NETWORK_SWITCHES).toContainEqual(['proxy-bypass-list', '<-loopback>']);
  expect(NETWORK_SWITCHES).toContainEqual(['disable-features', 'WebRtcHideLocalIpsWithMdns']);
});

test.each([
  ['app://main/index.html', true],
  ['blob:app://main/0b3c', true],
  ['data:image/png;base64,AA==', true],
  ['devtools://devtools/bundled/inspector.html', true],
  ['app://other/index.html', false],
  ['app://main.example.org/', false],
  ['https://example.org/', false],
  ['http://127.0.0.1:5173/', false],
  ['ws://127.0.0.1/', false],
  ['file:///etc/passwd', false],
  ['blob:https://example.org/0b3c', false],
])('the session loads %s: %s', (url, allowed) => {
  expect(isOwnUrl(url)).toBe(allowed);
});

/** Records what was registered on it, by name: stands for Electron's objects, which exist only in Electron. */
function recorder<T>(): { readonly target: T; readonly calls: Map<string, unknown[]> } {
  const calls = new Map<string, unknown[]>();
  const get =
    (_: object, name: string) =>
    (...args: unknown[]) => {
      const key = name === 'on' ? `on ${args.shift()}` : name;
      calls.set(key, args);
    };
  const target = new Proxy(
    {},
    { get: (object, name) => (name === 'webRequest' ? target : get(object, String(name))) },
  );
  return { target: target as T, calls };
}

describe('lockSession', () => {
  const { target, calls } = recorder<Session>();
  lockSession(target);
  const first = <F>(name: string) => calls.get(name)?.[0] as F;

  test('denies every permission', () => {
    const decisions: boolean[] = [];
    first<(c: null, p: string, decide: (allow: boolean) => void) => void>('setPermissionRequestHandler')(
      null,
      'geolocation',
      (allow) => decisions.push(allow),
    );
    expect(decisions).toEqual([false]);
    expect(first<() => boolean>('setPermissionCheckHandler')()).toBe(false);
    expect(first<() => boolean>('setDevicePermissionHandler')()).toBe(false);
    expect(first('setDisplayMediaRequestHandler')).toBe(null);
  });

  test('cancels requests to anything outside', () => {
    const decide =
      first<(details: { url: string }, decide: (answer: object) => void) => void>('onBeforeRequest');
    const answers: object[] = [];
    for (const url of ['https://example.org/', 'app://main/a.js'])
      decide({ url }, (each) => answers.push(each));
    expect(answers).toEqual([{ cancel: true }, { cancel: false }]);
  });

  test('downloads nothing, dictionaries included', () => {
    expect(first('setSpellCheckerEnabled')).toBe(false);
    expect(first('setSpellCheckerDictionaryDownloadURL')).toBe('app://none/');
    const prevented: string[] = [];
    first<(event: { preventDefault: () => void }) => void>('on will-download')({
      preventDefault: () => prevented.push('download'),
    });
    expect(prevented).toEqual(['download']);
  });
});

test('whatever is shown cannot navigate, open windows or embed pages', () => {
  const app = recorder<App>();
  const contents = recorder<WebContents>();
  lockAllContents(app.target);
  const hearCreated = app.calls.get('on web-contents-created')?.[0];
  (hearCreated as (event: null, contents: WebContents) => void)(null, contents.target);
  const prevented: string[] = [];
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    const hear = contents.calls.get(`on ${name}`)?.[0] as (event: { preventDefault: () => void }) => void;
    hear({ preventDefault: () => prevented.push(name) });
  }
  expect(prevented).toHaveLength(4);
  const open = contents.calls.get('setWindowOpenHandler')?.[0] as () => object;
  expect(open()).toEqual({ action: 'deny' });
  expect(contents.calls.get('setWebRTCIPHandlingPolicy')).toEqual(['disable_non_proxied_udp']);
  expect(app.calls.get('on session-created')).toEqual([lockSession]);
});
