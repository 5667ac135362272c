import type { App, Session, WebContents, WebPreferences } from 'electron';

/** The scheme and host that the window's own pages are served under. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'main';

/** What every window of the application is made with; `devTools` is added by the factory. */
export const SECURE_WEB_PREFERENCES: Readonly<WebPreferences> = Object.freeze({
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

/** WebRTC speaks through proxies only, and there is none. */
const WEBRTC_POLICY = 'disable_non_proxied_udp';

/** Switches that keep Chromium's own services from looking for a network; set before it starts. */
export const NETWORK_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  ['force-webrtc-ip-handling-policy', WEBRTC_POLICY],
  // Its own answers to names of the local network would be asked for over multicast.
  ['disable-features', 'WebRtcHideLocalIpsWithMdns'],
  ['disable-quic'],
  // What asks by number, past all names, asks a proxy whose name nobody resolves: not even a socket is made.
  ['proxy-server', 'none.invalid:1'],
  ['proxy-bypass-list', '<-loopback>'],
];

/** The content security policy of a launch, whose nonce only our own style elements carry. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Whether the window's session may load a URL: only what is inside the application. */
export function isOwnUrl(url: string): boolean {
  return /^(app:\/\/main\/|blob:app:\/\/main\/|data:|devtools:)/.test(url);
}

/** Refuses all permissions, all requests but the application's own, and the spelling dictionaries' download. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwnUrl(url) }));
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL('app://none/');
}

function lockContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy(WEBRTC_POLICY);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Locks every session, and refuses navigation, new windows and embedded pages in everything that will be shown. */
export function lockAllContents(app: App): void {
  app.on('session-created', lockSession);
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}
