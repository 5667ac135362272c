import { Random } from '../../../core/reference/random.ts';
import { pngOf } from '../../../scripts/attack/fuzz/pictures.ts';
import { type PngForm, pngForms, type SoundPng, soundPng } from '../../../scripts/attack/fuzz/sound-png.ts';
import { colourAt, generatedJpeg, type JpegForm } from './generated-jpeg.ts';
import { onWhite, type Shown } from './painted-picture.ts';

/** A picture of a form, with transparency beside its pixels or without. */
function pictureOf(form: PngForm, hasTransparency: boolean): SoundPng {
  const random = new Random(14);
  for (;;) {
    const picture = soundPng(form, random, 3);
    if (picture.hasTransparency === hasTransparency) return picture;
  }
}

const forms = pngForms.flatMap((form) =>
  (form.colour === 4 || form.colour === 6 ? [false] : [false, true]).map((hasTransparency) => ({
    form,
    hasTransparency,
    name: `colour ${form.colour}, ${form.bits} bits${form.isInterlaced ? ', interlaced' : ''}${hasTransparency ? ', transparency' : ''}`,
  })),
);

/** A JPEG of nothing out of the ordinary. */
export const plainForm: Omit<JpegForm, 'widthPx' | 'heightPx'> = {
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

/** What a picture is made of, and what is to be seen of it. */
export type GivenPicture = { readonly name: string; readonly bytes: Uint8Array; readonly expected: Shown };

type Sides = { readonly widthPx: number; readonly heightPx: number };

/**
 * A picture of every form that is taken. PNG: each type of colours in each depth, in rows and interlaced, with
 * transparency and without, squares of three pixels of one colour. JPEG: grey, luma and chroma, red green and blue;
 * each sampling; progressive, restarts, the eight orientations.
 */
export function pictureForms({
  png,
  jpeg,
}: {
  readonly png: Sides;
  readonly jpeg: Sides;
}): readonly GivenPicture[] {
  return [
    ...forms.map(({ form, hasTransparency, name }) => {
      const whole = { ...form, width: png.widthPx, height: png.heightPx };
      const { chunks, pixels } = pictureOf(whole, hasTransparency);
      return { name: `a PNG of ${name}`, bytes: pngOf(chunks), expected: onWhite(pixels) };
    }),
    ...shapes.map(({ name, ...shape }) => {
      const form = { ...plainForm, ...jpeg, ...shape };
      return { name: `a JPEG, ${name}`, bytes: generatedJpeg(form), expected: seen(form) };
    }),
  ];
}
