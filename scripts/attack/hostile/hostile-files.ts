import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import zlib, { crc32 } from 'node:zlib';
import type { IdOf } from '../../../core/plan/kinds/index.ts';
import { newPlan } from '../../../core/plan/new-plan.ts';
import { makeRecord } from '../../../core/plan/parse-record.ts';
import { allRecords } from '../../../core/plan/plan.ts';
import { padded, planFileOf, zipOf } from './plan-file-of.ts';

/** A file built to cost time or memory. */
export type HostileFile = {
  readonly name: string;
  /** Part of the short form. */
  readonly isShort?: true;
  readonly road: 'dialog' | 'drop' | 'picture';
  /** What must come of it: read, refused, or one of the two. */
  readonly expected: 'read' | 'refused' | 'either';
  /** Makes it in a folder; gives its path. */
  readonly make: (folder: string) => Promise<string>;
  /** Does something to it while it is read. */
  readonly meanwhile?: (file: string) => () => void;
};

const MEBIBYTE = 1024 * 1024;
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

type Content = () => Uint8Array | string | Promise<Uint8Array>;
type Rest = Partial<Omit<HostileFile, 'name' | 'make'>>;

const file = (name: string, content: Content, rest: Rest = {}): HostileFile => ({
  road: 'dialog',
  expected: 'refused',
  ...rest,
  name,
  make: async (folder) => {
    const place = path.join(folder, name);
    fs.writeFileSync(place, await content());
    return place;
  },
});
const short = { isShort: true } as const;

const collection = (features: string): string =>
  `{"type":"FeatureCollection","coordinates":"plan-metres","features":[${features}]}`;
const feature = (properties: string, geometry: string): string =>
  `{"type":"Feature","properties":${properties},"geometry":${geometry}}`;
const repeated = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index)).join(',');
const uuid = (index: number): string => `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;

/** The records of a plan with nothing on it, and so many cameras, as the text of a plan. */
function planOfCameras(count: number): string {
  const plan = newPlan({
    name: 'Many',
    displayUnit: 'm',
    newId: (kind) => `${kind}:${uuid(1)}` as IdOf<typeof kind>,
  });
  const records = [...allRecords(plan)];
  const [floor, layer] = (['floor', 'layer'] as const).map((kind) => `${kind}:${uuid(1)}`);
  const made = makeRecord('camera', {
    id: `camera:${uuid(0)}`,
    floor: floor as IdOf<'floor'>,
    layer: layer as IdOf<'layer'>,
    at: { x: 1, y: 2 },
  });
  if (!made.ok) throw new Error(made.error.message);
  const [head, tail] = JSON.stringify(made.value).split(uuid(0));
  const camera = (index: number) => `${head}${uuid(index + 10)}${tail}`;
  return `{"records":[${[...records.map((record) => JSON.stringify(record)), repeated(count, camera)].join(',')}]}`;
}

function pngChunk(type: string, data: Uint8Array): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8);
  return chunk;
}

function png(width: number, height: number, pixels: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

/** Pixels that nothing makes smaller, packed: 3 bytes each. */
function noise(width: number, height: number): Uint8Array {
  const rows = padded(height * (1 + 3 * width), 11);
  for (let row = 0; row < height; row += 1) rows[row * (1 + 3 * width)] = 0;
  return zlib.deflateSync(rows, { level: 0 });
}

/** Calls a function again and again until it is told to stop. */
function often(act: () => void): () => void {
  const timer = setInterval(act, 1);
  return () => clearInterval(timer);
}

const json: readonly HostileFile[] = [
  file('brackets.geojson', () => '['.repeat(60_000_000)),
  file('brackets-closed.geojson', () => `${'['.repeat(30_000_000)}${']'.repeat(30_000_000)}`),
  file('objects-in-objects.geojson', () => `${'{"a":'.repeat(8_000_000)}1`),
  file('deep-properties.geojson', () =>
    collection(feature(`{"a":${'['.repeat(5_000_000)}${']'.repeat(5_000_000)}}`, 'null')),
  ),
  file('two-million-properties.geojson', () =>
    collection(
      feature(`{${repeated(2_000_000, (index) => `"p${index}":1`)}}`, '{"type":"Point","coordinates":[1,2]}'),
    ),
  ),
  file(
    '400000-cameras-in-one.geojson',
    () =>
      collection(
        feature(
          '{"kind":"camera"}',
          `{"type":"MultiPoint","coordinates":[${repeated(400_000, () => '[1,2]')}]}`,
        ),
      ),
    short,
  ),
  file('a-million-without-geometry.geojson', () =>
    collection(repeated(1_000_000, () => '{"type":"Feature","properties":{},"geometry":null}')),
  ),
  file(
    '200000-unknown-kinds.geojson',
    () =>
      collection(
        repeated(200_000, (index) => feature(`{"kind":"k${index}"}`, '{"type":"Point","coordinates":[1,2]}')),
      ),
    { expected: 'either' },
  ),
  file('4-million-corners.geojson', () =>
    collection(
      feature(
        '{"kind":"area"}',
        `{"type":"Polygon","coordinates":[[${repeated(4_000_000, (index) => `[${index},1]`)}]]}`,
      ),
    ),
  ),
  file('thirty-million-numbers.geojson', () => `[${'1,'.repeat(31_000_000)}1]`),
  file('one-number-of-50-MB.geojson', () => `[${'9'.repeat(50_000_000)}]`),
  file('one-text-of-60-MB.geojson', () => `"${'a'.repeat(60_000_000)}"`),
  file('backslashes.geojson', () => `["${'\\'.repeat(60_000_000)}`),
  file('mark-in-front.geojson', () => `\ufeff${collection('')}`, { expected: 'either' }),
  file('utf-16.geojson', () => Buffer.from(`\ufeff${collection('')}`, 'utf16le')),
  file('zeros.geojson', () => new Uint8Array(60_000_000)),
  file('spaces.geojson', () => Buffer.alloc(60_000_000, 0x20)),
];

const archives: readonly HostileFile[] = [
  file(
    'brackets.sallyport',
    () => {
      const brackets = Buffer.alloc(186_000_000, 0x5b);
      const head = Buffer.concat([text('["'), padded(1_300_000, 7), text('",')]);
      return planFileOf({ plan: Buffer.concat([head, brackets]) });
    },
    short,
  ),
  file('brackets-in-manifest.sallyport', () =>
    planFileOf(
      { plan: text('{"records":[]}') },
      Buffer.concat([padded(600_000, 3), Buffer.alloc(100_000_000, 0x5b)]),
    ),
  ),
  file('brackets-in-site.sallyport', () =>
    planFileOf({
      plan: text('{"records":[]}'),
      site: Buffer.concat([text('["'), padded(600_000, 5), text('",'), Buffer.alloc(100_000_000, 0x5b)]),
    }),
  ),
  file('bomb-of-200-MB.sallyport', () => planFileOf({ plan: Buffer.alloc(200_000_000, 0x20) })),
  file('many-small-bombs.sallyport', () => {
    const more = Array.from({ length: 480 }, (_, index) => ({
      name: `attachments/${index.toString(16).padStart(64, '0')}`,
      bytes: Buffer.alloc(MEBIBYTE, index),
    }));
    return planFileOf({ plan: text('{"records":[]}'), more });
  }),
  file('60000-parts.sallyport', () =>
    zipOf(
      Array.from({ length: 60_000 }, (_, index) => ({
        name: `attachments/${index}`,
        bytes: new Uint8Array(),
      })),
    ),
  ),
  file('a-name-of-60000.sallyport', () => zipOf([{ name: 'a'.repeat(60_000), bytes: text('x') }])),
  file('zip-in-zip.sallyport', async () =>
    zipOf([
      { name: 'mimetype', bytes: text('x') },
      { name: 'plan.json', bytes: await zipOf([{ name: 'plan.json', bytes: Buffer.alloc(50_000_000) }]) },
    ]),
  ),
  file('300001-records.sallyport', () => planFileOf({ plan: text(planOfCameras(300_001)) })),
  file('300000-records.sallyport', () => planFileOf({ plan: text(planOfCameras(299_990)) }), {
    expected: 'read',
  }),
  file('half.sallyport', async () => {
    const whole = await planFileOf({ plan: text(planOfCameras(2000)) });
    return whole.subarray(0, whole.length / 2);
  }),
];

const pictures: readonly HostileFile[] = [
  file('pixels-that-lie.png', () => png(16_384, 7000, new Uint8Array(10)), {
    road: 'picture',
    expected: 'either',
  }),
  file('too-many-pixels.png', () => png(100_000, 100_000, new Uint8Array(10)), { road: 'picture' }),
  file('10-MB.png', () => png(2000, 1667, noise(2000, 1667)), {
    ...short,
    road: 'picture',
    expected: 'read',
  }),
  file('150-MB.png', () => png(8000, 6250, noise(8000, 6250)), {
    road: 'picture',
    expected: 'read',
  }),
  file(
    'a-length-of-4-GB.png',
    () => {
      const bytes = png(10, 10, new Uint8Array(10));
      bytes.writeUInt32BE(0xffffffff, 33);
      return bytes;
    },
    { road: 'picture' },
  ),
  file(
    'empty-chunks.png',
    () => {
      const whole = png(10, 10, new Uint8Array(10));
      const chunks = Array.from({ length: 2_000_000 }, () => pngChunk('tEXt', new Uint8Array()));
      return Buffer.concat([whole.subarray(0, 33), ...chunks, whole.subarray(33)]);
    },
    { road: 'drop', expected: 'either' },
  ),
  file(
    'segments-without-end.jpg',
    () => {
      const bytes = Buffer.alloc(60_000_000);
      for (let at = 2; at + 4 <= bytes.length; at += 4) bytes.writeUInt32BE(0xffe10002, at);
      bytes.writeUInt16BE(0xffd8, 0);
      return bytes;
    },
    { road: 'drop' },
  ),
  file(
    'fill-bytes.jpg',
    () => {
      const bytes = Buffer.alloc(60_000_000, 0xff);
      bytes[1] = 0xd8;
      return bytes;
    },
    { road: 'drop' },
  ),
];

const places: readonly HostileFile[] = [
  {
    name: 'pipe.geojson',
    isShort: true,
    road: 'dialog',
    expected: 'refused',
    make: async (folder) => {
      const place = path.join(folder, 'pipe.geojson');
      execFileSync('mkfifo', [place]);
      return place;
    },
  },
  { name: 'zero', isShort: true, road: 'dialog', expected: 'refused', make: async () => '/dev/zero' },
  { name: 'the folder itself', road: 'dialog', expected: 'refused', make: async (folder) => folder },
  {
    name: 'gone.sallyport',
    road: 'dialog',
    expected: 'refused',
    make: async (folder) => path.join(folder, 'gone.sallyport'),
  },
  file('cut-while-read.geojson', () => Buffer.alloc(60_000_000, 0x20), {
    meanwhile: (place) => often(() => fs.truncateSync(place, 1000)),
  }),
  file('grows-while-read.geojson', () => Buffer.alloc(30_000_000, 0x20), {
    meanwhile: (place) => often(() => fs.appendFileSync(place, Buffer.alloc(100_000, 0x20))),
  }),
  file(`${'n'.repeat(240)}.sallyport`, () => text('PK'), { road: 'drop' }),
];

/** THE list of hostile files. */
export const hostileFiles: readonly HostileFile[] = [...archives, ...json, ...pictures, ...places];
