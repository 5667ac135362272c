import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest, fileOfPath } from '../../../electron/windows/app-protocol.ts';
import { contentSecurityPolicy } from '../../../electron/windows/security.ts';
import { temporaryFolder } from '../../support/temporary-store.ts';

const sha256 = 'ab'.repeat(32);
const htmlSha = 'cd'.repeat(32);

function served() {
  const folder = temporaryFolder();
  const root = path.join(folder, 'renderer');
  fs.mkdirSync(path.join(root, 'assets'), { recursive: true });
  fs.writeFileSync(path.join(root, 'index.html'), '<meta nonce="__NONCE__" content="__NONCE__">');
  fs.writeFileSync(path.join(root, 'assets', 'main.js'), 'const a = "__NONCE__";');
  fs.writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  const fonts = path.join(folder, 'fonts');
  fs.mkdirSync(fonts);
  fs.writeFileSync(path.join(fonts, 'NotoSansThai-Regular.ttf'), 'font');
  const pictures = new Map([
    [sha256, { mediaType: 'image/png', bytes: Uint8Array.from([1, 2, 3]) }],
    [htmlSha, { mediaType: 'text/html', bytes: Uint8Array.from([60]) }],
  ]);
  const attachment = async (hash: string) => {
    const found = pictures.get(hash);
    const parts = found ? [found.bytes.subarray(0, 2), found.bytes.subarray(2)] : [];
    return found ? { mediaType: found.mediaType, next: () => parts.shift() ?? null } : null;
  };
  return (url: string, method = 'GET') =>
    answerRequest(new Request(url, { method }), { root, fonts: () => fonts, nonce: 'n0nce', attachment });
}

describe('answerRequest', () => {
  test('serves the page with the nonce of this launch', async () => {
    const get = served();
    for (const url of ['app://main/', 'app://main/index.html']) {
      const response = await get(url);
      expect(await response.text()).toBe('<meta nonce="n0nce" content="n0nce">');
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    }
  });

  test('serves scripts as they are, with their type', async () => {
    const response = await served()('app://main/assets/main.js?v=1');
    expect(await response.text()).toBe('const a = "__NONCE__";');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test('serves the fonts of further scripts, and nothing else of their folder or above it', async () => {
    const response = await served()('app://main/fonts/NotoSansThai-Regular.ttf');
    expect(await response.text()).toBe('font');
    expect(response.headers.get('content-type')).toBe('font/ttf');
    for (const name of ['NotoSansLao-Regular.ttf', '..%2fsecret.txt', '../secret.txt', 'a/b-Regular.ttf'])
      expect((await served()(`app://main/fonts/${name}`)).status).toBe(404);
  });

  test.each(['/index.html', '/assets/main.js', `/attachment/${sha256}`, '/nothing'])(
    'isolates %s and gives it the policy',
    async (url) => {
      const { headers } = await served()(`app://main${url}`);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': contentSecurityPolicy('n0nce'),
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'x-content-type-options': 'nosniff',
      });
    },
  );

  test('serves attachments that are pictures, and nothing else of a plan', async () => {
    const get = served();
    const picture = await get(`app://main/attachment/${sha256}`);
    expect([picture.headers.get('content-type'), new Uint8Array(await picture.arrayBuffer())]).toEqual([
      'image/png',
      Uint8Array.from([1, 2, 3]),
    ]);
    expect((await get(`app://main/attachment/${htmlSha}`)).status).toBe(404);
    expect((await get(`app://main/attachment/${'0'.repeat(64)}`)).status).toBe(404);
    expect((await get('app://main/attachment/..%2f..%2fsecret.txt')).status).toBe(404);
  });

  test('answers HEAD without a body and refuses other methods and hosts', async () => {
    const get = served();
    const head = await get('app://main/index.html', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await get('app://main/index.html', 'POST')).status).toBe(405);
    expect((await get('app://other/index.html')).status).toBe(403);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/index.html%00.png',
    '/%',
    '/%c0%ae%c0%ae/secret.txt',
    '//secret.txt',
    '/assets',
    '/assets/main.js/x',
  ])('gives nothing for %s', async (url) => {
    const response = await served()(`app://main${url}`);
    expect([response.status, await response.text()]).toEqual([404, 'Not found.']);
  });
});

test('no path leads out of the folder', () => {
  const root = path.resolve('/srv/renderer');
  const pieces = fc.constantFrom(
    '..',
    '.',
    '%2e',
    '%2e%2e',
    '/',
    '%2f',
    '%5c',
    '\\',
    'a',
    '%25',
    ':',
    '%00',
    '~',
    '',
  );
  const property = fc.property(fc.array(pieces, { maxLength: 12 }), (list) => {
    const file = fileOfPath(root, `/${list.join('')}`);
    expect(file === null || file.startsWith(root + path.sep)).toBe(true);
  });
  fc.assert(property, { seed: 20261124, numRuns: 3000 });
});
