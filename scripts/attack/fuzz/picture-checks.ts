import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pngParts } from '../../../core/codec/picture/png.ts';
import type { Random } from '../../../core/reference/random.ts';
import { pixelsOf } from '../../../electron/pictures/png-pixels.ts';
import { written } from './oracles.ts';
import { pngOf } from './pictures.ts';
import { pngForms, type SoundPng, soundPng } from './sound-png.ts';
import type { Harm } from './writer-checks.ts';

/** One picture of each form that there is, of a few pixels, so that passes are empty, cut and whole. */
export function soundPngs(random: Random): readonly SoundPng[] {
  return pngForms.map((form) =>
    soundPng({ ...form, width: 1 + random.below(19), height: 1 + random.below(19) }, random),
  );
}

const nameOf = ({ form }: SoundPng) =>
  `PNG of colour ${form.colour}, ${form.bits} bits${form.isInterlaced ? ', interlaced' : ''}, ${form.width} by ${form.height}`;

/** Why the pixels that the application makes of a picture are not those that it was made of. */
export async function pixelsHarm(picture: SoundPng): Promise<Harm> {
  const parts = pngParts(pngOf(picture.chunks));
  const pixels = parts && (await pixelsOf(parts));
  if (!pixels) return `${nameOf(picture)}: it is said to be damaged`;
  return differ(pixels, picture.pixels, 0) ? `${nameOf(picture)}: its pixels are others` : null;
}

const differ = (pixels: Uint8Array, others: Uint8Array, most: number): boolean =>
  pixels.length !== others.length || pixels.some((value, at) => Math.abs(value - (others[at] ?? 0)) > most);

const script = `
import sys
from PIL import Image
for name in sys.argv[1:]:
    with Image.open(name) as image: pixels = image.convert('RGBA').tobytes()
    with open(name + '.rgba', 'wb') as out: out.write(pixels)
`;

/**
 * Whether Pillow's own conversion is to be compared: it takes the colour that is clear from greys of less than
 * 8 bits and from samples of 16 bits before it has converted them, and cuts greys of 16 bits off.
 */
function isPillowRight({ form, hasTransparency }: SoundPng): boolean {
  if (form.colour === 0) return form.bits === 8 || (form.bits < 8 && !hasTransparency);
  return !(form.colour === 2 && form.bits === 16 && hasTransparency);
}

/** What Pillow makes otherwise of some pictures; of 16 bits it drops the lower 8 instead of rounding. */
export function pillowComplaints(folder: string, pictures: readonly SoundPng[]): readonly string[] {
  const compared = pictures.filter(isPillowRight);
  const files = compared.map(({ chunks }, index) => written(folder, `sound-${index}.png`, pngOf(chunks)));
  const { status, stderr, error } = spawnSync('/usr/bin/python3', ['-c', script, ...files], {
    encoding: 'utf8',
  });
  if (error) throw error;
  if (status !== 0) return [`Pillow refuses a sound picture: ${stderr.trim().slice(-300)}`];
  return compared.flatMap((picture, index) => {
    const theirs = readFileSync(`${files[index]}.rgba`);
    return differ(theirs, picture.pixels, picture.form.bits === 16 ? 1 : 0)
      ? [`${nameOf(picture)}: Pillow has other pixels`]
      : [];
  });
}
