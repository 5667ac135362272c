import { DEFAULT_MODEL, type DensityModel, modelFor } from '../../analysis/image/density-models.ts';
import { levelsOfLens } from '../../analysis/image/lens-wizard.ts';
import { fieldOfViewOfOptics } from '../../analysis/image/optics.ts';
import { pictureChoices, picturedIn } from '../../analysis/picture/camera-picture.ts';
import { type PersonAnswer, personFigures } from '../../analysis/picture/person-figures.ts';
import type { PictureItem } from '../../analysis/picture/picture-item.ts';
import { pictureItems } from '../../analysis/picture/picture-items.ts';
import type { SeenStates } from '../../analysis/scene/floor-standing.ts';
import { catalogueDevice, changedFigures } from '../../catalogue/device-fields.ts';
import { levelProfileOf, type NamedLevel } from '../../catalogue/level-profiles.ts';
import type { AnyId, RecordOf } from '../../plan/kinds/index.ts';
import { getRecord, isPlaced, kindOf, type Plan, settingsOf } from '../../plan/plan.ts';
import { formatAngle, formatBearing, formatLength } from '../../quantity.ts';

type Camera = RecordOf<'camera'>;

/** What stands of one camera on a camera sheet. */
export type CameraBlock = {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly levels: readonly (readonly [name: string, distance: string, width: string])[];
  /** Null where figures of the camera make no picture: `caption` says which. */
  readonly picture: {
    readonly items: readonly PictureItem[];
    readonly widthPx: number;
    readonly heightPx: number;
  } | null;
  readonly caption: string;
};

/** What is to be said of a camera, and its picture over what stands there in a state of the plan. */
export function cameraBlock(plan: Plan, camera: Camera, states: SeenStates): CameraBlock {
  return {
    title: [camera.tag ?? 'Camera without a tag', modelOf(camera)].filter(Boolean).join('  ·  '),
    facts: factsOf(plan, camera),
    levels: levelsOf(plan, camera),
    ...pictureOf(plan, camera, states),
  };
}

function modelOf(camera: Camera): string {
  const name = catalogueDevice(camera.device)?.name ?? camera.device ?? '';
  return changedFigures(camera).length > 0 ? `${name}, other figures` : name;
}

const figure = (value: number): string => String(Math.round(value * 100) / 100);

function factsOf(plan: Plan, camera: Camera): CameraBlock['facts'] {
  const { displayUnit: unit } = settingsOf(plan);
  const length = (metres: number) => formatLength(metres, unit, 2);
  const { at, height, tilt, roll, direction, mountedOn, fieldOfView, range, state } = camera;
  const floor = getRecord(plan, camera.floor)?.name ?? '';
  const angles = fieldOfViewOfOptics(camera);
  const source = fieldOfView ? 'data sheet' : 'lens and sensor';
  return [
    ['Place', `${floor}, x ${length(at.x)}, y ${length(at.y)}`],
    ['Type', `${camera.type}, ${state}`],
    ['Mounting', `${length(height)} high${mountedOn ? `, on ${nameOf(plan, mountedOn)}` : ''}`],
    [
      'Aim',
      `${formatBearing(direction)} on the plan, ${formatAngle(tilt)} down${roll === 0 ? '' : `, roll ${formatAngle(roll)}`}`,
    ],
    ['Lens', `${figure(camera.focalLengthMm)} mm, ${camera.widthPx} × ${camera.heightPx} px`],
    ['Sees', `${formatAngle(angles.horizontal)} × ${formatAngle(angles.vertical)} (${source})`],
    ['Range', range === null ? 'no limit' : length(range)],
  ];
}

function nameOf(plan: Plan, id: AnyId): string {
  const record = getRecord(plan, id);
  const tag = record && isPlaced(record) ? record.tag : null;
  return [kindOf(id), tag].filter(Boolean).join(' ');
}

function levelsOf(plan: Plan, camera: Camera): CameraBlock['levels'] {
  const settings = settingsOf(plan);
  const { levels } = levelProfileOf(settings);
  const reach = levelsOfLens(camera, levels, modelIn(plan, camera));
  if (!reach.ok) return [];
  const length = (metres: number) => formatLength(metres, settings.displayUnit, 1);
  return reach.value.levels.map(({ level, distance, width }) => [
    `${level.letter} ${level.name}`,
    length(distance),
    length(width),
  ]);
}

/** The density model by which figures of a camera are printed. */
export function modelIn(plan: Plan, camera: Camera): DensityModel {
  const wanted = settingsOf(plan).densityModel ?? (camera.type === 'panoramic' ? 'arc' : DEFAULT_MODEL);
  return modelFor(fieldOfViewOfOptics(camera), wanted);
}

/** Distances at which the person is looked for, metres: the first at which they are seen, else are in the picture. */
const DISTANCES = [10, 5, 15, 20, 30, 50, 3, 2, 100];

function pictureOf(plan: Plan, camera: Camera, states: SeenStates): Pick<CameraBlock, 'picture' | 'caption'> {
  const choices = pictureChoices(plan, camera, states);
  if (!choices.ok) return { picture: null, caption: `No picture. ${choices.error.message}` };
  const [{ name, view }] = choices.value.pictures;
  const settings = settingsOf(plan);
  const prepared = picturedIn(plan, camera, { view, states });
  const question = {
    levels: levelProfileOf(settings).levels,
    model: settings.densityModel ?? choices.value.model,
    range: camera.range,
    meshShare: settings.meshShare,
  };
  const answers = DISTANCES.flatMap((distance) => {
    const answer = personFigures(prepared, { distance, aside: 0 }, question);
    return answer.ok ? [{ distance, answer: answer.value }] : [];
  });
  const framed = answers.filter(({ answer }) => answer.framed === 'whole');
  const isSeen = ({ answer }: (typeof answers)[number]) => answer.hidden === 0 && !answer.isBehindMount;
  const shown = framed.find(isSeen) ?? framed[0] ?? null;
  const items = pictureItems(prepared, shown && { x: shown.distance, y: 0 });
  const { widthPx, heightPx } = view;
  const which =
    name === null
      ? ''
      : `${choices.value.countedAs === 'sensors' ? 'Sensor' : 'Preset'} ${name} of ${choices.value.pictures.length}. `;
  const left = prepared.leftOut > 0 ? ` ${prepared.leftOut} of the farthest faces are left out.` : '';
  const person = shown
    ? `Person of 1.75 m at ${formatLength(shown.distance, settings.displayUnit, 1)}: ${personText(plan, shown.answer)}.`
    : 'No person straight ahead is whole in the picture.';
  return { picture: { items, widthPx, heightPx }, caption: `${which}${person}${left}` };
}

function personText(plan: Plan, answer: PersonAnswer<NamedLevel>): string {
  const { facePx, level, hidden, hiddenBy, isBehindMount, isBeyondRange, faceHidden } = answer;
  const first = hiddenBy[0];
  const what = first === undefined ? '' : ` by ${nameOf(plan, first)}`;
  const share = hidden === 1 ? 'hidden' : `${Math.min(Math.max(Math.round(hidden * 100), 1), 99)} % hidden`;
  const seen = isBehindMount ? 'hidden by what it is mounted on' : hidden > 0 ? `${share}${what}` : 'whole';
  const reached = level?.name ?? (faceHidden > 0.5 ? 'no level, the face is hidden' : 'no level');
  return [
    `${facePx < 10 ? facePx.toFixed(1) : Math.round(facePx)} px across the face`,
    reached,
    seen,
    ...(isBeyondRange ? ['beyond the range'] : []),
  ].join(', ');
}
