import { colourOf } from '../drawing/colours.ts';
import type { Fill, Page, Path, Stroke } from '../drawing/draw-item.ts';
import {
  dashesMm,
  HALO_MM,
  HATCH_MM,
  type PaperImage,
  type PaperItem,
  type PaperPath,
  type PaperText,
  paperItems,
} from '../drawing/paper-items.ts';
import { tracePath } from '../drawing/trace-path.ts';
import { plainLine } from '../plain-text.ts';

/** The upright form of a picture by its hash, or null when it has none or is not at hand. */
export type PictureLookup = (sha256: string) => Uint8Array | null;

const number = (value: number) => String(Math.round(value * 1000) / 1000);
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const degrees = (radians: number) => number((radians * 180) / Math.PI);

function strokeAttributes(stroke: Stroke | null): string {
  if (!stroke) return '';
  const dash =
    dashesMm[stroke.dash].length > 0 ? ` stroke-dasharray="${dashesMm[stroke.dash].join(' ')}"` : '';
  return ` stroke="${colourOf(stroke.ink, 'print')}" stroke-width="${stroke.widthMm}"${dash}`;
}

function patternId(fill: Fill): string {
  return `hatch-${colourOf(fill.ink, 'print').slice(1)}`;
}

function fillAttributes(fill: Fill | null): string {
  if (!fill) return ' fill="none"';
  const paint = fill.pattern === 'hatch' ? `url(#${patternId(fill)})` : colourOf(fill.ink, 'print');
  return ` fill="${paint}"${fill.opacity < 1 ? ` fill-opacity="${number(fill.opacity)}"` : ''}`;
}

/** The steps of a path in paper millimetres, to a thousandth, as SVG writes them. */
export function svgSteps({ path, matrix }: Pick<PaperPath, 'path' | 'matrix'>): string {
  let steps = '';
  tracePath(path, matrix, {
    move: (x, y) => {
      steps += `M${number(x)} ${number(y)}`;
    },
    line: (x, y) => {
      steps += `L${number(x)} ${number(y)}`;
    },
    curve: (x1, y1, x2, y2, x, y) => {
      steps += `C${number(x1)} ${number(y1)} ${number(x2)} ${number(y2)} ${number(x)} ${number(y)}`;
    },
    close: () => {
      steps += 'Z';
    },
  });
  return steps;
}

function pathElement(item: PaperPath): string {
  return `<path d="${svgSteps(item)}"${fillAttributes(item.fill)}${strokeAttributes(item.stroke)}/>`;
}

/**
 * How a line with letters that Inter does not have is written: as outlines for a size of 1 from its left end, +y up,
 * where readers set its script in different ways; else as text, each part with its family (null for Inter).
 */
export type SvgLine =
  | {
      readonly type: 'outline';
      readonly path: Path;
      readonly width: number;
      readonly families: readonly string[];
    }
  | {
      readonly type: 'parts';
      readonly parts: readonly { readonly family: string | null; readonly text: string }[];
    };

/** The form of a line; null for one that is written as plain text. */
export type LineLookup = (text: PaperText) => SvgLine | null;

const PLAIN: LineLookup = () => null;

const HALO = ` stroke="#ffffff" stroke-width="${HALO_MM}" stroke-linejoin="round"`;

function outlineElement(item: PaperText, { path, width, families }: SvgLine & { type: 'outline' }): string {
  const { left, top, turn, sizeMm, anchor, ink, halo, text } = item;
  const back = anchor === 'start' ? 0 : (anchor === 'end' ? 1 : 0.5) * width * sizeMm;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [along, across] = [cos * sizeMm, sin * sizeMm];
  const steps = svgSteps({
    path,
    matrix: [along, across, across, -along, left - cos * back, top - sin * back],
  });
  const behind = halo ? `<path d="${steps}" fill="#ffffff"${HALO}/>` : '';
  const family = [...families.map((each) => `'${each}'`), 'sans-serif'].join(', ');
  return `<g role="img" aria-label="${escaped(text)}" font-family="${family}">${behind}<path d="${steps}" fill="${colourOf(ink, 'print')}"/></g>`;
}

const partElement = ({ family, text }: { family: string | null; text: string }): string =>
  family === null ? escaped(text) : `<tspan font-family="'${family}', sans-serif">${escaped(text)}</tspan>`;

function textElement(item: PaperText, lineOf: LineLookup): string {
  const { left, top, turn, text, sizeMm, weight, anchor, ink, halo } = item;
  const line = lineOf(item);
  if (line?.type === 'outline') return outlineElement(item, line);
  const turned = turn === 0 ? '' : ` transform="rotate(${degrees(turn)} ${number(left)} ${number(top)})"`;
  const place = `x="${number(left)}" y="${number(top)}"${turned} font-size="${number(sizeMm)}" font-weight="${weight === 'semibold' ? 600 : 400}" text-anchor="${anchor}"`;
  const content = line ? line.parts.map(partElement).join('') : escaped(text);
  // The halo is a text of its own: not every reader knows paint-order.
  const behind = halo ? `<text ${place} fill="#ffffff"${HALO}>${content}</text>` : '';
  return `${behind}<text ${place} fill="${colourOf(ink, 'print')}">${content}</text>`;
}

function base64(bytes: Uint8Array): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3);
    const sum = (one << 16) | (two << 8) | three;
    const letters = [sum >> 18, (sum >> 12) & 63, (sum >> 6) & 63, sum & 63]
      .map((index) => alphabet[index])
      .join('');
    const missing = Math.max(at + 3 - bytes.length, 0);
    groups.push(missing === 0 ? letters : letters.slice(0, 4 - missing) + '='.repeat(missing));
  }
  return groups.join('');
}

function imageElement(
  { attachment, widthPx, heightPx, opacity, matrix }: PaperImage,
  pictureOf: PictureLookup,
): string {
  const bytes = pictureOf(attachment);
  if (!bytes) return '';
  const precise = `matrix(${matrix.map((value) => String(Math.round(value * 1e9) / 1e9)).join(' ')})`;
  const place = `width="${widthPx}" height="${heightPx}" preserveAspectRatio="none" opacity="${opacity}"`;
  const type = bytes[0] === 0xff ? 'jpeg' : 'png';
  return `<image ${place} transform="${precise}" href="data:image/${type};base64,${base64(bytes)}"/>`;
}

type Lookups = { readonly pictureOf: PictureLookup; readonly lineOf: LineLookup };

function element(item: PaperItem, { pictureOf, lineOf }: Lookups): string {
  if (item.type === 'path') return pathElement(item);
  return item.type === 'text' ? textElement(item, lineOf) : imageElement(item, pictureOf);
}

function patterns(page: Page): string {
  const hatches = new Map<string, string>();
  for (const { items } of page.groups) {
    for (const item of items) {
      if (item.type !== 'path' || item.fill?.pattern !== 'hatch') continue;
      hatches.set(patternId(item.fill), colourOf(item.fill.ink, 'print'));
    }
  }
  return [...hatches]
    .map(
      ([id, colour]) =>
        `<pattern id="${id}" width="${HATCH_MM}" height="${HATCH_MM}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V${HATCH_MM}" stroke="${colour}" stroke-width="0.36"/></pattern>`,
    )
    .join('');
}

/** A page as SVG in millimetres; the fonts are named, not embedded, pictures and outlines of letters are. */
export function writeSvg(page: Page, pictureOf: PictureLookup, lineOf: LineLookup = PLAIN): string {
  const clips = page.groups.map(({ clip }, index) =>
    clip
      ? `<clipPath id="clip-${index}"><rect x="${clip.left}" y="${clip.top}" width="${clip.width}" height="${clip.height}"/></clipPath>`
      : '',
  );
  const groups = page.groups.map((group, index) => {
    const clip = group.clip ? ` clip-path="url(#clip-${index})"` : '';
    return `<g${clip}>\n${paperItems(group)
      .map((item) => element(item, { pictureOf, lineOf }))
      .join('\n')}\n</g>`;
  });
  const [width, height] = [number(page.widthMm), number(page.heightMm)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" font-family="Inter, sans-serif">`,
    `<title>${escaped(plainLine(page.title))}</title>`,
    `<defs>${patterns(page)}${clips.join('')}</defs>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...groups,
    '</svg>\n',
  ].join('\n');
}
