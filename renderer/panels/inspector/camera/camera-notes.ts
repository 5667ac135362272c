import { levelProfileOf } from '../../../../core/catalogue/level-profiles.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { type DisplayUnit, formatLength } from '../../../../core/quantity.ts';
import { text } from '../../../messages/text.ts';
import { type SightFault, sightFaults } from './camera-sight.ts';

type Settings = Pick<RecordOf<'settings'>, 'levelProfile' | 'ownProfiles' | 'displayUnit'>;

/** One sentence for each thing that lens, tilt, height and range of a camera make of each other. */
export function cameraNotes(camera: RecordOf<'camera'>, settings: Settings): readonly string[] {
  const faults = sightFaults(camera, levelProfileOf(settings));
  return faults.map((fault) => noteOf(fault, settings.displayUnit));
}

function noteOf(fault: SightFault, unit: DisplayUnit): string {
  const length = (metres: number) => formatLength(metres, unit, 1);
  if (fault.type === 'nothing') return text('inspector.sight.nothing');
  if (fault.type === 'no-far-edge') return text('inspector.sight.noFarEdge');
  if (fault.type === 'ends-before') return text('inspector.sight.endsBefore', { far: length(fault.far) });
  if (fault.type === 'out-of-range')
    return text('inspector.sight.outOfRange', { near: length(fault.near), range: length(fault.range) });
  return text('inspector.sight.inDeadZone', { levels: fault.letters.join(', '), near: length(fault.near) });
}

/** What of that is wrong with some of several cameras, as after all of them were given one device: in how many each. */
const told = {
  nothing: 'inspector.sight.someNothing',
  'out-of-range': 'inspector.sight.someOutOfRange',
  'in-dead-zone': 'inspector.sight.someInDeadZone',
  'ends-before': 'inspector.sight.someEndBefore',
} as const;

/** One sentence for each thing that is wrong with some of several cameras, with their number. */
export function notesOfCameras(
  cameras: readonly RecordOf<'camera'>[],
  settings: Settings,
): readonly string[] {
  const faults = cameras.flatMap((camera) => sightFaults(camera, levelProfileOf(settings)));
  return Object.entries(told).flatMap(([type, message]) => {
    const count = faults.filter((fault) => fault.type === type).length;
    return count === 0 ? [] : [text(message, { count, total: cameras.length })];
  });
}
