import type { View } from '../../editor/tool.ts';

/** What of a view is on the large bitmap; where the pointer snaps and what is placed next are not. */
const isPainted: { readonly [K in keyof View]: boolean } = {
  floor: true,
  states: true,
  isolated: true,
  group: true,
  ghost: true,
  grid: true,
  gridStep: true,
  coverage: true,
  layer: false,
  snapping: false,
  snapsOff: false,
  angleStepDeg: false,
  ortho: false,
  armed: false,
  template: false,
  measuring: false,
  sheet: false,
};
const paintedKeys = (Object.keys(isPainted) as (keyof View)[]).filter((key) => isPainted[key]);

/** Whether two views come to the same bitmap. */
export function looksSame(first: View, second: View): boolean {
  return paintedKeys.every((key) => first[key] === second[key]);
}
