import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { APP_HOST, contentSecurityPolicy } from './security.ts';

type ServedAttachment = {
  readonly mediaType: string;
  /** Gives one part of the bytes after the other; null after the last. */
  readonly next: () => Uint8Array | null;
};

/** Bytes that are fetched part by part, as fast as they are taken. */
function streamOf({ next }: ServedAttachment): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    pull(controller) {
      const part = next();
      if (part === null) controller.close();
      else controller.enqueue(new Uint8Array(part));
    },
  });
}

export type AppProtocol = {
  /** Folder of the built window. */
  readonly root: string;
  /** Folder of the fonts for scripts that Inter does not have: not looked for before one is asked for. */
  readonly fonts: () => string;
  /** Random for each launch; stands for `__NONCE__` in the page. */
  readonly nonce: string;
  readonly attachment: (sha256: string) => Promise<ServedAttachment | null>;
};

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

// What a plan brings along is served only as the pictures it can be, never as a page or a script.
const ATTACHMENT_TYPES = ['image/png', 'image/jpeg'];
const FONT = /^\/fonts\/([A-Za-z]+-(?:Regular|SemiBold)\.ttf)$/;
const ATTACHMENT = /^\/attachment\/([0-9a-f]{64})$/;

/** The file below `root` that a URL path names, or null when it names nothing there. */
export function fileOfPath(root: string, urlPath: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    // A malformed escape names no file.
    return null;
  }
  if (/[\0\\]/.test(decoded)) return null;
  const file = path.resolve(root, `.${decoded === '/' ? '/index.html' : decoded}`);
  const relative = path.relative(root, file);
  const isInside = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  return isInside ? file : null;
}

async function bytesOf(file: string, nonce: string): Promise<Uint8Array | null> {
  try {
    const bytes = await readFile(file);
    if (path.extname(file) !== '.html') return bytes;
    return new TextEncoder().encode(bytes.toString('utf8').replaceAll('__NONCE__', nonce));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null;
    throw error;
  }
}

/**
 * Answers one request of the window for `app://main/…`: a file of the built window, a font or an attachment.
 *
 * Every response carries the content security policy and the headers that isolate the page.
 */
export async function answerRequest(request: Request, served: AppProtocol): Promise<Response> {
  const url = new URL(request.url);
  const respond = (status: number, type: string, body: Uint8Array | ReadableStream | string) =>
    new Response(
      request.method === 'HEAD' ? null : (body as Uint8Array<ArrayBuffer> | ReadableStream | string),
      {
        status,
        headers: { ...headersOf(served.nonce), 'content-type': type },
      },
    );
  const refuse = (status: number, why: string) => respond(status, 'text/plain; charset=utf-8', why);
  if (url.host !== APP_HOST) return refuse(403, 'No such host.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD.');
  const sha256 = ATTACHMENT.exec(url.pathname)?.[1];
  if (sha256 !== undefined) {
    const found = await served.attachment(sha256);
    const isPicture = found && ATTACHMENT_TYPES.includes(found.mediaType);
    return isPicture ? respond(200, found.mediaType, streamOf(found)) : refuse(404, 'Not stored.');
  }
  const font = FONT.exec(url.pathname)?.[1];
  const file = font === undefined ? fileOfPath(served.root, url.pathname) : path.join(served.fonts(), font);
  const bytes = file === null ? null : await bytesOf(file, served.nonce);
  if (file === null || bytes === null) return refuse(404, 'Not found.');
  return respond(200, mediaTypes[path.extname(file)] ?? 'application/octet-stream', bytes);
}

function headersOf(nonce: string): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
}
