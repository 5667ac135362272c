import { opticsOf } from '../../../../core/analysis/coverage/camera-mounting.ts';
import { countedViews } from '../../../../core/analysis/image/counted-views.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { toDegrees } from '../../../../core/units.ts';
import { text } from '../../../messages/text.ts';

type Camera = RecordOf<'camera'>;
export type Preset = Camera['presets'][number];
export type Sensor = Camera['sensors'][number];

/** Which of its lists of views a camera of a type has; null for one whose picture is the only one. */
export function listOf({ type }: Pick<Camera, 'type'>): 'presets' | 'sensors' | null {
  if (type === 'ptz') return 'presets';
  return type === 'multisensor' ? 'sensors' : null;
}

/** Directions of views are kept from that of their camera, and shown on the plan as those of other things. */
export const shownDirection = ({ direction }: Camera, own: number): number => direction + own;

/** The other way round: within half a turn to either side. */
export function ownDirection({ direction }: Camera, shown: number): number {
  const turned = (shown - direction) % (2 * Math.PI);
  if (turned > Math.PI) return turned - 2 * Math.PI;
  return turned <= -Math.PI ? turned + 2 * Math.PI : turned;
}

export function withItem<T>(list: readonly T[], at: number, changed: Partial<T>): readonly T[] {
  return list.map((each, index) => (index === at ? { ...each, ...changed } : each));
}

export const withoutItem = <T>(list: readonly T[], at: number): readonly T[] =>
  list.filter((_, index) => index !== at);

/** With one moved a place on; the list itself where there is no such place. */
export function withMoved<T>(list: readonly T[], at: number, step: 1 | -1): readonly T[] {
  const moved = list[at];
  if (moved === undefined || list[at + step] === undefined) return list;
  return withoutItem(list, at).toSpliced(at + step, 0, moved);
}

/** A preset that looks where the camera does, under the first number that is free. */
export function newPreset({ presets, tilt }: Camera): Preset {
  const names = new Set(presets.map(({ name }) => name));
  const named = (number: number) => text('inspector.views.preset', { number });
  let number = presets.length + 1;
  while (names.has(named(number))) number += 1;
  return { name: named(number), direction: 0, tilt, focalLengthMm: null };
}

/** The next sensor looks a quarter turn on from the last, clockwise. */
export function newSensor({ sensors }: Camera): Sensor {
  const last = sensors.at(-1);
  if (!last) return { direction: 0, tilt: null, focalLengthMm: null };
  const turned = last.direction - Math.PI / 2;
  return { ...last, direction: turned <= -Math.PI ? turned + 2 * Math.PI : turned };
}

/** What a PTZ is aimed between, with one end given; emptied, it has its own tilt alone. */
export function withTilt(
  { tilt, tiltRange }: Camera,
  end: 'least' | 'most',
  value: number | null,
): Camera['tiltRange'] {
  if (value === null) return null;
  return { ...(tiltRange ?? { least: tilt, most: tilt }), [end]: value };
}

/** One sentence for what of a camera coverage counts, where more than its picture could be; and what it does not. */
export function countedNotes(camera: Camera): readonly string[] {
  const read = countedViews(opticsOf(camera, camera.at));
  if (!read.ok) return [text('inspector.views.flaw', { flaw: read.error.message })];
  const { countedAs, leftOut } = read.value;
  return [
    ...countedSentence(camera, countedAs),
    ...leftOut.flatMap((what) =>
      what === 'roll' ? [] : [text(`inspector.views.unused.${what}`, { count: camera[what].length })],
    ),
  ];
}

type CountedAs = 'picture' | 'sensors' | 'presets' | 'reach';

function countedSentence(camera: Camera, countedAs: CountedAs): readonly string[] {
  if (countedAs === 'presets') return [text('inspector.views.presets', { count: camera.presets.length })];
  if (countedAs === 'sensors') return [text('inspector.views.sensors', { count: camera.sensors.length })];
  if (countedAs === 'picture')
    return camera.type === 'multisensor' ? [text('inspector.views.noSensors')] : [];
  const { tilt, tiltRange } = camera;
  if (!tiltRange) return [text('inspector.views.reachAtOwn', { tilt: degrees(tilt) })];
  return [text('inspector.views.reach', { least: degrees(tiltRange.least), most: degrees(tiltRange.most) })];
}

const degrees = (radians: number): string => `${(Math.round(toDegrees(radians) * 10) / 10 + 0).toFixed(1)}°`;
