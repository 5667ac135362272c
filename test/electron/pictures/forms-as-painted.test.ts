import { beforeAll, describe, expect, test } from 'vitest';
import { type UprightPicture, uprightPicture } from '../../../electron/pictures/upright-picture.ts';
import { generatedJpeg } from '../../support/pictures/generated-jpeg.ts';
import {
  middles,
  type Painted,
  paintedPictures,
  shareOfOthers,
} from '../../support/pictures/painted-picture.ts';
import { pictureForms, plainForm } from '../../support/pictures/picture-forms.ts';
import { granted } from '../../support/plan-builder.ts';

const MOST_OTHERS = 0.02;
const PAINTING_MS = 120_000;

const plain = { ...plainForm, widthPx: 53, heightPx: 38 };
const given = pictureForms({ png: { widthPx: 21, heightPx: 19 }, jpeg: plain });

describe('is the same pixels in every output', () => {
  // All of them on one page: most of the time goes into programs that begin.
  const all: { readonly upright: UprightPicture; readonly painted: Painted | undefined }[] = [];
  beforeAll(async () => {
    const uprights = await Promise.all(given.map(async ({ bytes }) => granted(await uprightPicture(bytes))));
    const painted = await paintedPictures(uprights);
    for (const [index, upright] of uprights.entries()) all.push({ upright, painted: painted[index] });
  }, PAINTING_MS);

  test.each(given.map((each, index) => ({ ...each, index })))('$name', async ({ expected, index }) => {
    const { upright, painted } = all[index] ?? {};
    if (!upright || !painted) throw new Error('The picture was not painted.');
    const shares = {
      svg: shareOfOthers(painted.svg, expected),
      // Both are smoothed where one dot is a pixel: only the middles of squares are compared.
      pdf: shareOfOthers(middles(painted.pdf, upright), middles(expected, upright)),
      png: shareOfOthers(middles(painted.png, upright), middles(expected, upright)),
    };
    expect(Object.entries(shares).filter(([, share]) => share > MOST_OTHERS)).toEqual([]);
    expect(granted(await uprightPicture(upright.bytes)).bytes).toEqual(upright.bytes);
  });
});

describe('what is refused', () => {
  const whole = generatedJpeg({ ...plain, sampling: [2, 2] });
  const frameAt = (bytes: Uint8Array) =>
    bytes.findIndex((byte, at) => byte === 0xff && [0xc0, 0xc2].includes(bytes[at + 1] ?? 0));
  const changed = (bytes: Uint8Array, at: number, value: number) => bytes.with(at, value);
  const progressive = generatedJpeg({ ...plain, isProgressive: true });
  const restarting = generatedJpeg({ ...plain, restarts: 3 });

  test.each<[string, Uint8Array, string]>([
    ['a JPEG in CMYK', generatedJpeg({ ...plain, colours: 'cmyk' }), 'unknown-form'],
    ['a JPEG in YCCK', generatedJpeg({ ...plain, colours: 'ycck' }), 'unknown-form'],
    ['a JPEG whose height lies', changed(whole, frameAt(whole) + 6, 200), 'damaged'],
    ['a JPEG whose width lies', changed(whole, frameAt(whole) + 8, 200), 'damaged'],
    [
      'a JPEG that is larger than it says',
      changed(generatedJpeg({ ...plain, heightPx: 238 }), frameAt(whole) + 6, 20),
      'damaged',
    ],
    ['a progressive JPEG whose height lies', changed(progressive, frameAt(progressive) + 6, 90), 'damaged'],
    [
      'a JPEG whose pixels are cut',
      Uint8Array.from([...whole.subarray(0, whole.length - 200), 0xff, 0xd9]),
      'damaged',
    ],
    [
      'a JPEG without one of its restarts',
      restarting.filter((_, at) => !isRestart(restarting, at)),
      'damaged',
    ],
  ])('%s', async (_name, bytes, reason) => {
    const upright = await uprightPicture(bytes);
    expect(upright.ok ? 'taken' : upright.error.reason).toBe(reason);
  });
});

/** Either byte of the first restart of a scan. */
function isRestart(bytes: Uint8Array, at: number): boolean {
  const first = bytes.findIndex((byte, index) => byte === 0xff && bytes[index + 1] === 0xd0);
  return at === first || at === first + 1;
}
