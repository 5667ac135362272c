import { derive } from '../../derive/derive.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { isInStateView } from '../../plan/parts/state-view.ts';
import { getRecord, isKind, type Plan } from '../../plan/plan.ts';
import { err, ok, type Result } from '../../result.ts';
import { mountedPlace, opticsOf } from '../coverage/camera-mounting.ts';
import { type CountedView, countedViews } from '../image/counted-views.ts';
import type { DensityModel } from '../image/density-models.ts';
import type { OpticsFlaw } from '../image/optics.ts';
import { type FrustumView, type PanoramaView, viewOf } from '../image/view.ts';
import { floorStanding, type SeenStates } from '../scene/floor-standing.ts';
import { type PreparedPicture, preparePicture } from './picture-items.ts';
import { surroundings } from './standing-faces.ts';

type Camera = RecordOf<'camera'>;

/** A picture that a camera has, or has when it is aimed: its name is that of a sensor or preset; null for its own aim. */
export type PictureChoice = {
  readonly name: string | null;
  readonly view: FrustumView | PanoramaView;
};

/** The pictures of a camera, and the density model of each unless another is chosen. */
export type PictureChoices = {
  readonly countedAs: 'picture' | 'sensors' | 'presets';
  readonly pictures: readonly [PictureChoice, ...PictureChoice[]];
  readonly model: DensityModel;
};

/**
 * The pictures of a camera of a plan: of one with sensors those, of one that is aimed the one it is aimed at and those
 * of its presets, of every other one its only picture.
 *
 * @returns the flaw of the first figure that no camera can have
 */
export function pictureChoices(
  plan: Plan,
  camera: Camera,
  states: SeenStates,
): Result<PictureChoices, OpticsFlaw> {
  const optics = opticsOf(camera, mountedIn(plan, camera, states).at);
  const counted = countedViews(optics);
  if (!counted.ok) return counted;
  const { countedAs, model } = counted.value;
  const named = countedAs === 'reach' ? [] : counted.value.views.flatMap(pictureOf);
  if (countedAs === 'sensors') {
    const [first, ...rest] = named;
    if (first) return ok({ countedAs, pictures: [first, ...rest], model });
  }
  const own = viewOf(optics, optics);
  if (!own.ok) return err(own.error);
  const presets = countedAs === 'presets' ? named : [];
  return ok({
    countedAs: presets.length > 0 ? 'presets' : 'picture',
    pictures: [{ name: null, view: own.value }, ...presets],
    model,
  });
}

const pictureOf = ({ name, view }: CountedView): readonly PictureChoice[] =>
  view.picture === 'reach' ? [] : [{ name, view }];

/** The picture of a camera over what stands on its floor in a state of the plan. O(pieces of the floor). */
export function picturedIn(
  plan: Plan,
  camera: Camera,
  { view, states }: { readonly view: FrustumView | PanoramaView; readonly states: SeenStates },
): PreparedPicture {
  const standing = derive(plan, floorStanding, { floor: camera.floor, states });
  const { mount } = mountedIn(plan, camera, states);
  return preparePicture(view, mount, surroundings(view, mount, standing.entries()));
}

/** From where a camera of a plan looks, with the face that it is mounted on where that is there. */
function mountedIn(plan: Plan, camera: Camera, states: SeenStates) {
  const host = camera.mountedOn === null ? undefined : getRecord(plan, camera.mountedOn);
  const isThere =
    host &&
    (isKind(host, 'wall') || isKind(host, 'building') || isKind(host, 'obstacle')) &&
    isInStateView(host.state, states);
  return mountedPlace(camera, isThere ? host : undefined);
}
