import type {
  ArmedDefaults,
  DrawingSettings,
  LensSettings,
  SnapSettings,
  View,
  ViewChange,
} from '../../renderer/editor/view.ts';

/** Settings of any part of a view, as a test names them: without the part. */
export type FlatView = Partial<LensSettings & DrawingSettings & SnapSettings & ArmedDefaults>;

const owners: { readonly [K in keyof Required<FlatView>]: keyof View } = {
  floor: 'lens',
  states: 'lens',
  isolated: 'lens',
  ghost: 'lens',
  coverage: 'lens',
  group: 'lens',
  sheet: 'lens',
  worst: 'lens',
  layer: 'drawing',
  grid: 'drawing',
  gridStep: 'drawing',
  measuring: 'drawing',
  isOn: 'snaps',
  off: 'snaps',
  ortho: 'snaps',
  angleStepDeg: 'snaps',
  records: 'armed',
  template: 'armed',
};

/** The same settings by their parts. */
export function byPart(flat: FlatView): ViewChange {
  const change: Partial<Record<keyof View, object>> = {};
  for (const [key, value] of Object.entries(flat)) {
    const owner = owners[key as keyof FlatView];
    change[owner] = { ...change[owner], [key]: value };
  }
  return change as ViewChange;
}
