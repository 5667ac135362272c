import type { Point } from './point.ts';

/** 2 × 3 matrix a b c d e f: x' = a x + c y + e, y' = b x + d y + f, as canvas and PDF number it. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Affine = [1, 0, 0, 1, 0, 0];

/** Movement by a vector. */
export function translation({ x, y }: Point): Affine {
  return [1, 0, 0, 1, x, y];
}

/** Turn by `angle` (radians anticlockwise where +y is up) about a point. */
export function rotationAbout(about: Point, angle: number): Affine {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [
    cos,
    sin,
    -sin,
    cos,
    about.x - cos * about.x + sin * about.y,
    about.y - sin * about.x - cos * about.y,
  ];
}

/** Enlargement about a point; a negative factor mirrors that axis. */
export function scalingAbout(about: Point, factor: Point): Affine {
  return [factor.x, 0, 0, factor.y, about.x * (1 - factor.x), about.y * (1 - factor.y)];
}

/** One transform for several, done in the order given. */
export function compose(...transforms: readonly Affine[]): Affine {
  return transforms.reduce(
    ([a, b, c, d, e, f], [na, nb, nc, nd, ne, nf]) => [
      ...([na * a + nc * b, nb * a + nd * b] as const),
      ...([na * c + nc * d, nb * c + nd * d] as const),
      ...([na * e + nc * f + ne, nb * e + nd * f + nf] as const),
    ],
    IDENTITY,
  );
}

/** The transform back; null for one that flattens the plane, which has none. */
export function invert([a, b, c, d, e, f]: Affine): Affine | null {
  const determinant = a * d - b * c;
  if (determinant === 0 || !Number.isFinite(1 / determinant)) return null;
  return [
    ...([d / determinant, -b / determinant, -c / determinant, a / determinant] as const),
    ...([(c * f - d * e) / determinant, (b * e - a * f) / determinant] as const),
  ];
}

/** Where a transform takes a point. */
export function apply([a, b, c, d, e, f]: Affine, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** Length of a transformed unit vector on average: the root of how areas grow. */
export function scaleOf([a, b, c, d]: Affine): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}
