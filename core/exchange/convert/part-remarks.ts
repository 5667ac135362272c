import { projectionAround } from '../../geometry/projection.ts';
import type { ShapeFlaw } from '../../plan/flaws/shape-flaw.ts';
import type { AnyId, PlanRecord } from '../../plan/kinds/index.ts';
import type { Fragment } from '../../plan/parts/fragment.ts';
import { getRecord, isKind, isPlaced, type Plan, settingsOf } from '../../plan/plan.ts';
import type { NeutralDrawing } from '../neutral-drawing.ts';
import { listed } from '../sources-by-reason.ts';
import { Counts } from './counts.ts';
import type { MadeRecords } from './make-records.ts';
import { nothingDrawn } from './nothing-drawn.ts';
import type { SoundRecords } from './sound-records.ts';

/** What became of the records of a drawing in a plan. */
export type BroughtIn = SoundRecords & {
  readonly plan: Plan;
  readonly made: MadeRecords;
  /** The records as the drawing has them. */
  readonly fragment: Fragment;
  /** References that were let go of, and pictures that were left out. */
  readonly released: number;
  readonly pictures: number;
  /** What each record that came in is in the plan now, by its id in the drawing. */
  readonly after: ReadonlyMap<AnyId, PlanRecord | null>;
};

const MOST_NAMED = 3;
/** Sentences about floors, layers and phases, and fields with usual values. */
const MOST_PLACES = 4;
const MOST_USUAL = 4;
const count = (value: number) => value.toLocaleString('en-US');

/** One sentence for each thing that was not understood, left out, or is otherwise than in the drawing. */
export function partRemarks(brought: BroughtIn, drawing: NeutralDrawing): readonly string[] {
  const { records, maker } = brought.made;
  return [
    ...nothingDrawn(records, drawing.elements, maker.hasUnderstood),
    ...maker.remarks(),
    ...drawing.remarks,
    ...structureRemarks(records),
    ...unsoundRemarks(brought),
    ...lostRemarks(brought),
    ...repeatRemarks(maker.repeats),
    ...placeRemarks(brought),
    ...tagRemarks(brought),
    ...unlockedRemarks(brought),
    ...roomRemarks(brought),
    ...usualRemarks(brought),
    ...zeroRemarks(brought, drawing),
  ];
}

function structureRemarks(records: readonly PlanRecord[]): readonly string[] {
  const sheets = records.filter((record) => isKind(record, 'sheet')).length;
  const parts = [
    ...(records.some((record) => isKind(record, 'settings')) ? ['its settings'] : []),
    ...(sheets > 0 ? [`${count(sheets)} ${sheets === 1 ? 'sheet' : 'sheets'}`] : []),
  ];
  return parts.length > 0 ? [`Left out, since this is a part of a plan: ${parts.join(' and ')}.`] : [];
}

const flaws: { readonly [F in ShapeFlaw]: readonly [one: string, several: string] } = {
  'covers-existing-wall': ['wall that lies wholly on another', 'walls that lie wholly on others'],
  'crosses-itself': ['outline that crosses or touches itself', 'outlines that cross or touch themselves'],
  'side-without-length': ['record with two corners in one place', 'records with two corners in one place'],
  'overlaps-opening': ['door or window over another', 'doors or windows over others'],
};

function unsoundRemarks({ unsound, made }: BroughtIn): readonly string[] {
  return [...unsound].map(([flaw, records]) => {
    const [one, several] = flaws[flaw];
    const what = records.length === 1 ? one : several;
    return `Left out: ${count(records.length)} ${what} (${listed(records.map(made.maker.nameOf))}).`;
  });
}

function lostRemarks({ withoutWall, pictures, released, made }: BroughtIn): readonly string[] {
  const remarks: string[] = [];
  const lost = withoutWall.length;
  if (lost > 0) {
    const what = lost === 1 ? 'door or window whose wall does' : 'doors or windows whose walls do';
    remarks.push(
      `Left out: ${count(lost)} ${what} not come along (${listed(withoutWall.map(made.maker.nameOf))}).`,
    );
  }
  if (pictures > 0)
    remarks.push(
      `Left out: ${count(pictures)} ${pictures === 1 ? 'picture' : 'pictures'} that this plan does not have.`,
    );
  if (released > 0) remarks.push(`Links to what does not come along are released: ${count(released)}.`);
  return remarks;
}

function repeatRemarks(repeats: Counts): readonly string[] {
  const { named, others } = repeats.mostFrequent(MOST_NAMED + 1);
  const total = named.reduce((sum, [, number]) => sum + number, others.total);
  if (total === 0) return [];
  const more = others.kinds === 0 ? '' : ` and ${count(others.kinds)} more`;
  const places = `${named.map(([source]) => source).join(', ')}${more}`;
  return [
    `Left out: ${count(total)} ${total === 1 ? 'corner' : 'corners'} in one place with the one before (${places}).`,
  ];
}

const grounds = ['floor', 'layer'] as const;

/** What the drawing has on a floor or layer, or in a phase, of another name than it has now. */
function placeRemarks({ plan, fragment, after }: BroughtIn): readonly string[] {
  const names = new Map<AnyId, string>(fragment.ground.map(({ id, name }) => [id, name]));
  const moved = new Counts();
  for (const record of fragment.records) {
    const now = after.get(record.id);
    if (!now || !isPlaced(now)) continue;
    for (const ground of grounds) {
      const [was, is] = [names.get(record[ground]), getRecord(plan, now[ground])?.name];
      if (was !== undefined && was !== is) moved.add(`of the ${ground} "${was}" are on "${is}"`);
    }
    const phase = record.phase && names.get(record.phase);
    if (phase && now.phase === null) moved.add(`of the phase "${phase}" are in none`);
  }
  const { named, others } = moved.mostFrequent(MOST_PLACES);
  const sentences = named.map(([what, number]) => `Records ${what} (${count(number)} ×).`);
  if (others.kinds === 0) return sentences;
  return [
    ...sentences,
    `Records of ${count(others.kinds)} other floors, layers or phases are elsewhere (${count(others.total)} ×).`,
  ];
}

function tagRemarks({ sound, after }: BroughtIn): readonly string[] {
  const renumbered = sound.flatMap(({ id, tag }) => {
    const now = after.get(id);
    return now && isPlaced(now) && tag !== now.tag ? [`${tag} is ${now.tag}`] : [];
  });
  if (renumbered.length === 0) return [];
  return [`Tags that were taken, numbered anew: ${count(renumbered.length)} (${listed(renumbered)}).`];
}

function unlockedRemarks({ sound, after }: BroughtIn): readonly string[] {
  const unlocked = sound.filter(({ id, locked }) => locked && after.get(id)).length;
  return unlocked > 0 ? [`Locked in the file, and not here: ${count(unlocked)}.`] : [];
}

function roomRemarks({ sound, after }: BroughtIn): readonly string[] {
  const alone = sound.filter((area) => {
    const now = after.get(area.id);
    return (
      isKind(area, 'area') && area.follows === 'walls' && now && isKind(now, 'area') && now.follows === null
    );
  });
  return alone.length > 0
    ? [`Areas that no longer follow walls, since none here close them off: ${count(alone.length)}.`]
    : [];
}

function usualRemarks({ made, after }: BroughtIn): readonly string[] {
  const usual = new Counts();
  for (const [id, record] of after)
    for (const name of record ? (made.maker.usual.get(id) ?? []) : []) usual.add(name);
  const { named, others } = usual.mostFrequent(MOST_USUAL);
  if (named.length === 0) return [];
  const fields = named.map(([field, number]) => `${field} (${count(number)} ×)`).join(', ');
  const more = others.kinds === 0 ? '' : ` and ${count(others.kinds)} more`;
  return [`Usual values, where the file says none: ${fields}${more}.`];
}

/** Metres and radians that two plans may have their zeros and norths apart before somebody has to know. */
const APART = { metres: 0.01, radians: 1e-5 } as const;

function zeroRemarks({ plan, made }: BroughtIn, { coordinates }: NeutralDrawing): readonly string[] {
  const theirs = made.records.findLast((record) => isKind(record, 'settings'));
  const ours = settingsOf(plan);
  if (coordinates !== 'plan-metres' || !theirs?.origin || !ours.origin) return [];
  const at = projectionAround(ours.origin).toPlan(theirs.origin);
  const metres = at ? Math.hypot(at.x, at.y) : Number.POSITIVE_INFINITY;
  if (metres <= APART.metres && Math.abs(theirs.north - ours.north) <= APART.radians) return [];
  return [
    'The latitude, longitude or north of the file are not those of this plan: its metres are taken as they are.',
  ];
}
