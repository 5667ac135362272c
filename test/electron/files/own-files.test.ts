import { randomUUID } from 'node:crypto';
import path from 'node:path';
import zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { encodePlan, hashOf } from '../../../core/codec/plan-file.ts';
import { planLimits } from '../../../core/plan/plan-limits.ts';
import { importFile } from '../../../electron/files/import-plan.ts';
import { archiveLimits, packArchive } from '../../../electron/files/plan-archive.ts';
import { pngOf } from '../../../scripts/attack/fuzz/pictures.ts';
import { firstPage } from '../../support/first-page.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { planInFile } from '../../support/plan-in-file.ts';
import { fileWith, windowCalls } from '../../support/window-calls.ts';

const exportChoice = {
  held: null,
  format: 'plan',
  ...firstPage,
  heading: null,
};

describe('what is accepted is exported and read again', () => {
  test('under the longest names, also received beside itself', async () => {
    const { call, chosen, folder } = windowCalls();
    const long = 'N'.repeat(200);
    const parcel = { planId: 'p1', planName: long, siteName: long, attachments: new Map() };
    for (const [name, plan] of [
      ['a.sallyport', testPlan(record('wall'))],
      ['b.sallyport', testPlan(record('post'))],
    ] as const)
      chosen.push(fileWith(folder, name, await packArchive(encodePlan({ ...parcel, plan }, '1'))));
    granted(await call('files.import', { siteId: null }));
    const { planId } = granted(await call('files.import', { siteId: null }));
    const out = path.join(folder, 'out.sallyport');
    chosen.push(out);
    granted(await call('files.export', { ...exportChoice, planId }));
    const { name, siteName } = await planInFile(out);
    expect(name).toMatch(/^N{170,} \(received \d+ \w+ \d{4}\)$/);
    expect([name.length, siteName]).toEqual([200, long]);
  });

  test('under names that are longer than names may be, which were stored so', async () => {
    const { call, chosen, folder, store } = windowCalls();
    const { sites, plans } = granted(store.repositories());
    const long = 'N'.repeat(223);
    const siteId = granted(sites.create(long)).id;
    granted(plans.create({ id: 'p1', siteId, name: long, plan: testPlan(), receivedFrom: null }));
    const out = path.join(folder, 'out.sallyport');
    const pages = [
      JSON.stringify([
        ...testPlan().tables.settings.values(),
        ...testPlan().tables.floor.values(),
        ...testPlan().tables.layer.values(),
      ]),
    ];
    chosen.push(out);
    granted(await call('files.export', { ...exportChoice, planId: 'p1' }));
    expect(await planInFile(out)).toMatchObject({ name: 'N'.repeat(200), siteName: 'N'.repeat(200) });
    granted(await call('files.hold', { id: 'e1', from: 0, pages }));
    chosen.push(out);
    const held = {
      id: 'e1',
      pages: 1,
      planName: long,
      siteName: long,
      marking: null,
      sheet: null,
      pictures: [],
    };
    granted(await call('files.export', { ...exportChoice, planId: 'p1', held }));
    expect(await planInFile(out)).toMatchObject({ name: 'N'.repeat(200), siteName: 'N'.repeat(200) });
  });

  test('with as many pictures as a plan may have', async () => {
    const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 16, 2, 0, 0, 0]);
    const picture = (index: number) => {
      const pixel = Buffer.alloc(7);
      pixel.writeUInt32BE(index, 1);
      return pngOf([
        { type: 'IHDR', content: header },
        { type: 'IDAT', content: zlib.deflateSync(pixel) },
        { type: 'IEND', content: new Uint8Array() },
      ]);
    };
    const pictures = Array.from({ length: planLimits.pictures }, (_, index) => picture(index));
    const attachments = new Map(pictures.map((bytes) => [hashOf(bytes), bytes]));
    const underlays = [...attachments.keys()].map((attachment, index) =>
      record('underlay', { id: index + 1, attachment, widthPx: 1, heightPx: 1 }),
    );
    const parcel = {
      planId: 'p',
      planName: 'Plan',
      siteName: 'Site',
      plan: testPlan(...underlays),
      attachments,
    };
    const file = await packArchive(encodePlan(parcel, '1'));
    const read = granted(await importFile(file, 'x.sallyport', randomUUID));
    expect(read.attachments.size).toBe(planLimits.pictures);
    expect(read.plan.tables.underlay.size).toBe(planLimits.pictures);
  }, 300_000);

  test('one part more than that is refused for its number', async () => {
    const entries = Array.from({ length: archiveLimits.entries + 1 }, (_, index) => ({
      name: `attachments/${index.toString(16).padStart(64, '0')}`,
      bytes: Uint8Array.of(1),
    }));
    expect(await importFile(await packArchive(entries), 'x.sallyport', randomUUID)).toEqual({
      ok: false,
      error: {
        code: 'too-large',
        message:
          'The plan file holds more than this version reads (500 MB, 10,100 parts). Ask for a smaller export.',
      },
    });
  });
});

describe('a name from outside', () => {
  const hostile = 'ev\nil\u0007 \u202egpj';

  test('is one line of letters as the name of a plan, a site and a picture, and in sentences', async () => {
    const { call, chosen, folder } = windowCalls();
    chosen.push(
      fileWith(
        folder,
        `${hostile}.geojson`,
        '{"type":"Feature","properties":{"barrier":"fence"},"geometry":{"type":"LineString","coordinates":[[8,47],[8.001,47]]}}',
      ),
    );
    granted(await call('files.import', { siteId: null }));
    const [site] = granted(await call('sites.list', {}));
    expect([site?.name, site?.plans[0]?.name]).toEqual(['ev il\ufffd gpj', 'ev il\ufffd gpj']);
    const png = pngOf([
      { type: 'IHDR', content: Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0) },
      { type: 'IDAT', content: zlib.deflateSync(Uint8Array.of(0, 7)) },
      { type: 'IEND', content: new Uint8Array() },
    ]);
    const name = `${hostile}${'x'.repeat(230)}.png`;
    chosen.push(fileWith(folder, name, png), fileWith(folder, `${hostile}.png`, 'no picture'));
    const picture = granted(await call('files.choosePicture', {}));
    expect(picture.name).toMatch(/^ev il\ufffd gpjx{100,}$/);
    expect(picture.name).toHaveLength(200);
    expect(await call('files.choosePicture', {})).toMatchObject({
      error: { message: expect.stringMatching(/^ev il\ufffd gpj\.png is not a picture/) },
    });
  });

  test('inside a plan file is one as well', async () => {
    const parcel = {
      planId: 'p',
      planName: hostile,
      siteName: hostile,
      plan: testPlan(),
      attachments: new Map(),
    };
    const file = await packArchive(encodePlan(parcel, '1'));
    expect(granted(await importFile(file, 'x.sallyport', randomUUID))).toMatchObject({
      name: 'ev il\ufffd gpj',
      siteName: 'ev il\ufffd gpj',
    });
  });
});
