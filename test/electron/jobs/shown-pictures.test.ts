import { createHash } from 'node:crypto';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { pngParts } from '../../../core/codec/picture/png.ts';
import { Random } from '../../../core/reference/random.ts';
import { err } from '../../../core/result.ts';
import type { StartJobChild } from '../../../electron/jobs/job-child.ts';
import { Jobs } from '../../../electron/jobs/jobs.ts';
import { ShownPictures } from '../../../electron/jobs/shown-pictures.ts';
import { decodedJpeg } from '../../../electron/pictures/jpeg-codec.ts';
import { uprightPicture } from '../../../electron/pictures/upright-picture.ts';
import { pngOf } from '../../../scripts/attack/fuzz/pictures.ts';
import { printingJpeg, turnedJpeg } from '../../../scripts/attack/fuzz/sound-jpeg.ts';
import { soundPng } from '../../../scripts/attack/fuzz/sound-png.ts';
import { startInlineChild } from '../../support/inline-child.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { temporaryFolder, testStore } from '../../support/temporary-store.ts';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What the window is shown of the pictures of a plan that were stored as they came. */
function shownPictures(startChild: StartJobChild = startInlineChild) {
  const database = path.join(temporaryFolder(), 'sallyport.db');
  const { store } = testStore(database);
  const repositories = granted(store.repositories());
  const runs: string[] = [];
  const jobs = new Jobs((ears) => {
    runs.push('run');
    return startChild(ears);
  });
  onTestFinished(() => jobs.cancelAll());
  const told: string[] = [];
  const pictures = new ShownPictures({
    store,
    jobs,
    database,
    openPlanId: () => 'p1',
    tell: (sentence) => told.push(sentence),
  });
  const shown = async (sha256: string) => {
    const picture = await pictures.picture(sha256);
    const parts: Uint8Array[] = [];
    for (let part = picture?.next() ?? null; part; part = picture?.next() ?? null) parts.push(part);
    return picture && { mediaType: picture.mediaType, bytes: new Uint8Array(Buffer.concat(parts)) };
  };
  const stored = (bytes: Uint8Array) => granted(repositories.attachments.add('image/jpeg', bytes));
  return { repositories, runs, told, shown, stored };
}

test('a photograph that lies on its side is shown upright, decoded once for all sessions', async () => {
  const { repositories, runs, shown, stored } = shownPictures();
  const sha256 = stored(turnedJpeg(6));
  const { bytes } = granted(await uprightPicture(turnedJpeg(6)));
  expect(await Promise.all([shown(sha256), shown(sha256)])).toEqual([
    { mediaType: 'image/jpeg', bytes },
    { mediaType: 'image/jpeg', bytes },
  ]);
  expect(await decodedJpeg(bytes)).toMatchObject({ widthPx: 32, heightPx: 16 });
  expect(runs).toHaveLength(1);
  expect(repositories.uprightForms.of(sha256)).toEqual({
    sha256,
    form: hashOf(bytes),
    mediaType: 'image/jpeg',
  });
  expect(repositories.attachments.get(sha256)?.bytes).toEqual(Buffer.from(turnedJpeg(6)));
});

test('what is upright as it is stored is shown so, and nothing more is kept', async () => {
  const { repositories, runs, shown, stored } = shownPictures();
  const { bytes } = granted(await uprightPicture(turnedJpeg(3)));
  const sha256 = stored(bytes);
  expect((await shown(sha256))?.bytes).toEqual(bytes);
  expect((await shown(sha256))?.bytes).toEqual(bytes);
  expect(runs).toHaveLength(1);
  expect(repositories.uprightForms.parts(sha256).next()).toBe(null);
});

/** A PNG of 4 by 2 pixels that says that it lies on its side. */
function turnedPng() {
  const { chunks } = soundPng(
    { colour: 2, bits: 8, isInterlaced: false, width: 4, height: 2 },
    new Random(14),
  );
  const entry = [1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0];
  const content = Uint8Array.from([...Buffer.from('MM'), 0, 42, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0]);
  const [header, ...rest] = chunks;
  return pngOf([...(header ? [header] : []), { type: 'eXIf', content }, ...rest]);
}

const sidesOf = (bytes: Uint8Array | undefined) => {
  const parts = bytes && pngParts(bytes);
  return parts && `${parts.widthPx} x ${parts.heightPx}`;
};

test('a PNG that a plan names lies as it lay when it was drawn over, a new one as it says', async () => {
  const { shown, stored } = shownPictures();
  expect(sidesOf((await shown(stored(turnedPng())))?.bytes)).toBe('4 x 2');
  expect(sidesOf(granted(await uprightPicture(turnedPng())).bytes)).toBe('2 x 4');
});

test.each<[string, Uint8Array, string]>([
  [
    'in the colours of printing',
    printingJpeg(),
    'The picture "Ground" is not shown: it has the four colours of printing (CMYK), which not every output can draw. Save it again in RGB.',
  ],
  [
    'that is damaged',
    Uint8Array.from([...turnedJpeg(1).subarray(0, -40), 0xff, 0xd9]),
    'The picture "Ground" is damaged and not shown. Add it again from where it came.',
  ],
])('a picture %s is not shown, and its record is named', async (_name, bytes, sentence) => {
  const { repositories, told, shown, stored } = shownPictures();
  const sha256 = stored(bytes);
  const siteId = granted(repositories.sites.create('Site')).id;
  const ground = record('underlay', { attachment: sha256, name: 'Ground' });
  const plan = testPlan(ground, record('underlay', { id: 9, name: 'Other' }));
  granted(repositories.plans.create({ id: 'p1', siteId, name: 'x', plan, receivedFrom: null }));
  expect(await shown(sha256)).toBe(null);
  expect(told).toEqual([sentence]);
  expect(repositories.uprightForms.of(sha256)).toBe(null);
});

test('a form that is no longer what was kept is made anew', async () => {
  const { repositories, runs, shown, stored } = shownPictures();
  const sha256 = stored(turnedJpeg(6));
  const first = await shown(sha256);
  granted(repositories.uprightForms.keepPart({ sha256, part: 0, bytes: Uint8Array.of(1) }));
  expect(await shown(sha256)).toEqual(first);
  expect(await shown(sha256)).toEqual(first);
  expect(runs).toHaveLength(2);
});

test('what is not stored, or no longer what was stored, is not shown', async () => {
  const { repositories, told, shown, stored } = shownPictures();
  expect(await shown('0'.repeat(64))).toBe(null);
  const sha256 = stored(turnedJpeg(6));
  granted(repositories.attachments.addPart({ sha256, part: 0, bytes: Uint8Array.of(1) }));
  granted(repositories.attachments.finish({ sha256, mediaType: 'image/jpeg', parts: 1 }));
  expect(await shown(sha256)).toBe(null);
  expect(told).toEqual([]);
});

test('the form of a picture goes with it', async () => {
  const { repositories, shown, stored } = shownPictures();
  const sha256 = stored(turnedJpeg(6));
  await shown(sha256);
  expect(granted(repositories.attachments.deleteUnplaced())).toBe(1);
  expect(repositories.uprightForms.of(sha256)).toBe(null);
  expect(repositories.uprightForms.parts(sha256).next()).toBe(null);
});

test('where nothing can be kept a picture is shown nevertheless', async () => {
  const { repositories, runs, shown, stored } = shownPictures();
  const sha256 = stored(turnedJpeg(6));
  const { bytes } = granted(await uprightPicture(turnedJpeg(6)));
  const full = () => err({ code: 'not-written', message: 'The disk is full.' } as const);
  vi.spyOn(repositories.uprightForms, 'keepPart').mockImplementation(full);
  expect((await shown(sha256))?.bytes).toEqual(bytes);
  expect((await shown(sha256))?.bytes).toEqual(bytes);
  expect(runs).toHaveLength(2);
});

test('pictures that are asked for together are decoded in one process', async () => {
  const { runs, shown, stored } = shownPictures();
  const sha256s = [3, 6, 8].map((orientation) => stored(turnedJpeg(orientation)));
  const all = await Promise.all(sha256s.map(shown));
  expect(all.map((each) => each?.mediaType)).toEqual(['image/jpeg', 'image/jpeg', 'image/jpeg']);
  expect(new Set(all.map((each) => each && hashOf(each.bytes))).size).toBe(3);
  expect(runs).toHaveLength(1);
});

/** Processes that end at once where they are to decode one of these pictures. */
const endingAt = (sha256s: readonly string[]): StartJobChild => {
  return (ears) => {
    const child = startInlineChild(ears);
    return {
      tell: (message) => {
        if (sha256s.some((sha256) => JSON.stringify(message).includes(sha256))) ears.ended();
        else child.tell(message);
      },
      kill: child.kill,
      residentBytes: child.residentBytes,
    };
  };
};

test('one at which the process ends is told, and costs no other', async () => {
  const deadly = hashOf(turnedJpeg(6));
  const { told, shown, stored } = shownPictures(endingAt([deadly]));
  const sha256s = [3, 6, 8].map((orientation) => stored(turnedJpeg(orientation)));
  const all = await Promise.all(sha256s.map(shown));
  expect(all.map((each) => each?.mediaType ?? null)).toEqual(['image/jpeg', null, 'image/jpeg']);
  expect(told).toEqual([
    'The decoding of pictures ended unexpectedly. Not all pictures of the plan are shown.',
  ]);
});
