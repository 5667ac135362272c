import { describe, expect, test } from 'vitest';
import { Random } from '../../../core/reference/random.ts';
import { uprightPicture } from '../../../electron/pictures/upright-picture.ts';
import { pngOf } from '../../../scripts/attack/fuzz/pictures.ts';
import { type PngForm, pngForms, soundPng } from '../../../scripts/attack/fuzz/sound-png.ts';
import { colourAt, generatedJpeg, type JpegForm } from '../../support/pictures/generated-jpeg.ts';
import {
  middles,
  onWhite,
  paintedPicture,
  type Shown,
  shareOfOthers,
} from '../../support/pictures/painted-picture.ts';
import { granted } from '../../support/plan-builder.ts';

const MOST_OTHERS = 0.02;

/** The renderer of PNG smooths what is one dot to a pixel: of it only the middles of squares are compared. */
async function expectEverywhere(bytes: Uint8Array, expected: Shown) {
  const upright = granted(await uprightPicture(bytes));
  const { pdf, png, svg } = await paintedPicture(upright);
  const shares = {
    pdf: shareOfOthers(pdf, expected),
    svg: shareOfOthers(svg, expected),
    png: shareOfOthers(middles(png, upright), middles(expected, upright)),
  };
  expect(Object.entries(shares).filter(([, share]) => share > MOST_OTHERS)).toEqual([]);
  expect(granted(await uprightPicture(upright.bytes)).bytes).toEqual(upright.bytes);
}

/** A picture of a form, with transparency beside its pixels or without. */
function pictureOf(form: PngForm, hasTransparency: boolean) {
  const random = new Random(14);
  for (;;) {
    const picture = soundPng(form, random, 3);
    if (picture.hasTransparency === hasTransparency) return picture;
  }
}

const forms = pngForms.flatMap((form) =>
  (form.colour === 4 || form.colour === 6 ? [false] : [false, true]).map((hasTransparency) => ({
    form: { ...form, width: 21, height: 19 },
    hasTransparency,
    name: `colour ${form.colour}, ${form.bits} bits${form.isInterlaced ? ', interlaced' : ''}${hasTransparency ? ', transparency' : ''}`,
  })),
);

describe('a PNG is the same pixels in every output', () => {
  test.each(forms)('$name', async ({ form, hasTransparency }) => {
    const { chunks, pixels } = pictureOf(form, hasTransparency);
    await expectEverywhere(pngOf(chunks), onWhite(pixels));
  });
});

const plain: JpegForm = {
  widthPx: 53,
  heightPx: 38,
  colours: 'ycbcr',
  sampling: [1, 1],
  isProgressive: false,
  restarts: 0,
  orientation: 0,
};

/** What is seen of the generated picture: which stored pixel lies at each place, by the tables of EXIF. */
function seen(form: JpegForm): Shown {
  const { widthPx: w, heightPx: h, orientation } = form;
  const stored = (x: number, y: number): readonly [number, number] => {
    const places: readonly (readonly [number, number])[] = [
      ...[[x, y] as const, [w - 1 - x, y] as const, [w - 1 - x, h - 1 - y] as const, [x, h - 1 - y] as const],
      ...[[y, x] as const, [y, h - 1 - x] as const, [w - 1 - y, h - 1 - x] as const, [w - 1 - y, x] as const],
    ];
    return places[Math.max(orientation, 1) - 1] ?? [x, y];
  };
  const [width, height] = orientation >= 5 ? [h, w] : [w, h];
  const pixels = Array.from({ length: width * height }, (_, at) => {
    const colour = colourAt(...stored(at % width, Math.floor(at / width)), form);
    if (form.colours !== 'grey') return [...colour, 255];
    const grey = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2];
    return [grey, grey, grey, 255];
  });
  return Uint8Array.from(pixels.flat());
}

const shapes: readonly (Partial<JpegForm> & { readonly name: string })[] = [
  { name: 'plain' },
  { name: 'grey', colours: 'grey' },
  { name: 'grey, progressive', colours: 'grey', isProgressive: true },
  { name: 'grey of uncommon sampling', colours: 'grey', sampling: [2, 2] },
  { name: 'red, green and blue', colours: 'rgb' },
  { name: 'progressive', isProgressive: true },
  { name: 'half the colours across', sampling: [2, 1] },
  { name: 'half the colours down', sampling: [1, 2] },
  { name: 'half the colours', sampling: [2, 2] },
  { name: 'half the colours, progressive', sampling: [2, 2], isProgressive: true },
  { name: 'restarts', restarts: 3 },
  { name: 'restarts, progressive', restarts: 5, isProgressive: true, sampling: [2, 1] },
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => ({ name: `orientation ${orientation}`, orientation })),
  { name: 'orientation 6, grey', orientation: 6, colours: 'grey' },
  {
    name: 'orientation 8, progressive, red, green and blue',
    orientation: 8,
    isProgressive: true,
    colours: 'rgb',
  },
];

describe('a JPEG is the same pixels in every output', () => {
  test.each(shapes)('$name', async ({ name: _name, ...shape }) => {
    const form = { ...plain, ...shape };
    await expectEverywhere(generatedJpeg(form), seen(form));
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
