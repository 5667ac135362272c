import list from '../../../resources/cameras/sensor-formats.json' with { type: 'json' };

const diagonals: ReadonlyMap<string, number> = new Map(
  list.map(({ format, diagonalMm }) => [format, diagonalMm]),
);

/*  Inches of a format are those of a tube around it: some 18 mm an inch for the small ones, 16 mm from half an inch on
 *  (optowiki, "sensor formats").  */
const MM_PER_INCH = { small: 18, large: 16 } as const;

const FORM = /^(\d{1,2})(?:\/(\d{1,2}(?:[.,]\d{1,3})?))?\s*(?:"|''|\u2033|\u201d|in\.?|inch(?:es)?|-inch)?$/i;

/** The name of a sensor's format as the catalogue has it: 1/2.8, of 1/2.8", 1/2,8 inch, 1/3.0"; null for anything else. */
export function sensorFormatIn(text: string): string | null {
  const [, above = '', below] = FORM.exec(text.trim()) ?? [];
  const parts = Number(below?.replace(',', '.') ?? 1);
  if (Number(above) === 0 || parts === 0) return null;
  const format = parts === 1 ? String(Number(above)) : `${Number(above)}/${Math.round(parts * 100) / 100}`;
  return inchesOf(format) > MOST_INCHES ? null : format;
}

const MOST_INCHES = 4;

function inchesOf(format: string): number {
  const [above, below = '1'] = format.split('/');
  return Number(above) / Number(below);
}

/**
 * The nominal diagonal of a sensor of a format, mm: a table where it has the format, the common rule elsewhere. Data
 * sheets differ from either by several per cent.
 */
export function diagonalOf(format: string): number {
  const inches = inchesOf(format);
  return diagonals.get(format) ?? inches * (inches < 0.5 ? MM_PER_INCH.small : MM_PER_INCH.large);
}

/** Width and height in mm of a sensor of a format whose pixels are square. */
export function nominalSize(format: string, widthPx: number, heightPx: number) {
  const perPixel = diagonalOf(format) / Math.hypot(widthPx, heightPx);
  return { widthMm: widthPx * perPixel, heightMm: heightPx * perPixel };
}
