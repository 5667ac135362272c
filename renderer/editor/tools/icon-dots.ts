/** A full dot, for the solid part of an icon. */
export const dot = (x: number, y: number, radius: number): string =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0z`;

/** Several of them, all of one size. */
export const dots = (centres: readonly (readonly [x: number, y: number])[], radius: number): string =>
  centres.map(([x, y]) => dot(x, y, radius)).join('');
