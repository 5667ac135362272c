import type { FlatDerivation } from '../../derive/derivation.ts';
import { type CoverageKey, type CoverageScene, coverageInputs, coverageScene } from './coverage-scene.ts';
import { CoverageKeeper, type FloorCoverage } from './scene-coverage.ts';

/** What is kept of cameras, for all that asks for them. */
export const keeper = new CoverageKeeper();

/** What each camera of a floor covers; an edit computes what it touches. */
export const floorCoverage: FlatDerivation<CoverageKey, CoverageScene, FloorCoverage> = {
  name: 'floorCoverage',
  keyText: ({ floor, states, targetHeight, withoutLayers = [], view = 'levels', only = null }) =>
    `${floor} ${states} ${targetHeight} ${withoutLayers.join()} ${view} ${only}`,
  inputs: coverageInputs,
  gather: coverageScene,
  computeFlat: (scene) => keeper.cover(scene),
  compute: (given, key) => keeper.cover(coverageScene(given, key)),
  follow: null,
};
