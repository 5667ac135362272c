/** Line widths on paper, millimetres, from the ISO 128 series. */
export const lineWeights = {
  hatch: 0.18,
  symbol: 0.25,
  object: 0.35,
  cut: 0.5,
  perimeter: 0.7,
} as const;
