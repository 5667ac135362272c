import type { DetectorSensing, Sensing } from '../../../../core/analysis/sensing/floor-sensing.ts';
import { BEAM_HEIGHT, DETECTOR_HEIGHT } from '../../../../core/analysis/sensing/sensor-watch.ts';
import { type SensedIn, sensedIn } from '../../../../core/drawing/sensed.ts';
import type { AnyId, RecordOf } from '../../../../core/plan/kinds/index.ts';
import { getRecord, kindOf, type Plan, settingsOf } from '../../../../core/plan/plan.ts';
import { formatArea, formatLength } from '../../../../core/quantity.ts';
import { text } from '../../../messages/text.ts';
import { countByKind } from '../shared-values.ts';

type Sensor = RecordOf<'sensor'>;

/** One sentence for each thing that is to be said of what a sensor reaches, the chief one first; none where nothing is. */
export function sensorNotes(sensor: Sensor, seen: SensedIn): readonly string[] {
  if (sensor.state === 'removed' && seen.states !== 'today') return [];
  const sensing = sensedIn(seen, sensor);
  if (!sensing) return sensor.at && sensor.range !== null ? [text('inspector.sensed.asGiven')] : [];
  return notesOf(sensing, sensor, seen.plan);
}

function notesOf(sensing: Sensing, sensor: Sensor, plan: Plan): readonly string[] {
  const { displayUnit } = settingsOf(plan);
  if (!sensing.ok) return [text('inspector.sensed.unknown')];
  if (sensing.value.shape === 'area')
    return [
      ...areaNotes(sensing.value, plan),
      text(sensor.height === null ? 'inspector.sensed.mounting' : 'inspector.sensed.mountedAt', {
        height: formatLength(sensor.height ?? DETECTOR_HEIGHT, displayUnit, 1),
      }),
    ];
  const { crossedBy } = sensing.value;
  const height = formatLength(sensor.height ?? BEAM_HEIGHT, displayUnit, 1);
  if (crossedBy.length === 0) return [text('inspector.sensed.lineFree', { height })];
  const things = namesOf(
    crossedBy.map(({ id }) => id),
    plan,
  );
  return [text('inspector.sensed.lineCrossed', { things, height })];
}

function areaNotes(
  { area, free, weakened, cutBy, weakenedBy }: DetectorSensing,
  plan: Plan,
): readonly string[] {
  const { displayUnit } = settingsOf(plan);
  const written = (squareMetres: number) => formatArea(squareMetres, displayUnit);
  const notes = [
    cutBy.length === 0
      ? text('inspector.sensed.all', { area: written(free) })
      : text('inspector.sensed.cut', {
          things: namesOf(cutBy, plan),
          area: written(area),
          free: written(free),
        }),
  ];
  if (weakenedBy.length > 0)
    notes.push(
      text('inspector.sensed.weakened', { things: namesOf(weakenedBy, plan), area: written(weakened) }),
    );
  return notes;
}

/** So many are named, and of all others is said how many there are. */
const MOST_NAMED = 3;

/** Those with a tag by it, and how many there are beside; where none has one the kinds and how many of each. */
function namesOf(ids: readonly AnyId[], plan: Plan): string {
  const tagged = ids.flatMap((id) => {
    const record = getRecord(plan, id);
    const tag = record && 'tag' in record ? record.tag : null;
    return tag === null ? [] : [text('inspector.sensed.named', { kind: text(`kind.${kindOf(id)}`), tag })];
  });
  const named = tagged.slice(0, MOST_NAMED);
  const more = ids.length - named.length;
  if (named.length > 0)
    return [...named, ...(more > 0 ? [text('inspector.sensed.more', { count: more })] : [])].join(', ');
  const counted = countByKind(ids.map((id) => ({ id }))).map(([kind, count]) =>
    count === 1 ? text(`kind.${kind}`) : text('inspector.countOfKind', { kind: text(`kind.${kind}`), count }),
  );
  return counted.join(', ');
}
