import type { PlacedRecord, RecordOf } from '../../plan/kinds/index.ts';
import type { StateView } from '../../plan/parts/state-view.ts';
import { type SheetViewport, viewportOf } from '../../plan/parts/viewports.ts';
import { isKind, type Plan, settingsOf } from '../../plan/plan.ts';
import { hiddenPictures } from '../covered-pictures.ts';
import type { DrawItem } from '../draw-item.ts';
import { sceneOf } from '../scene.ts';
import { coverageNotes } from './coverage-notes.ts';
import type { FrameContent } from './frame-content.ts';
import { type Rectangle, words, wrapped } from './furniture.ts';
import { inFrame, viewOf } from './sheet-view.ts';
import { type Outside, viewFit } from './view-fit.ts';
import { zoneNotes } from './zone-notes.ts';

const PADDING = 3.5;
const LINE = 2.6;
const SIZE = 1.9;
/** From the first line up to the upper edge of the heading. */
const HEADING = 4.5;

/** What a reader must know to use the sheet: the model of what is computed, units, coordinates. */
export function notesOf(content: FrameContent): readonly string[] {
  const { plan, records, labelsLeftOut, sheet } = content;
  const { displayUnit, origin, north } = settingsOf(plan);
  const notes: string[] = [...coverageNotes(content), ...zoneNotes({ ...content, viewport: sheet.viewport })];
  const basis = origin
    ? `plan grid in ${displayUnit === 'm' ? 'metres' : 'feet'}, origin WGS 84 ${origin.lat.toFixed(6)}, ${origin.lon.toFixed(6)}`
    : `local plan grid, dimensions in ${displayUnit === 'm' ? 'metres' : 'feet and inches'}`;
  notes.push(
    `Coordinates: ${basis}; ${north === 0 ? 'plan north is true north' : 'the arrow shows true north'}.`,
  );
  const pictures = picturesNote(content);
  if (pictures !== null) notes.push(pictures);
  const hidden = hiddenNote(plan, sheet.viewport, records);
  if (hidden !== null) notes.push(hidden);
  const outside = outsideSentence(content);
  if (outside !== null) notes.push(outside);
  if (labelsLeftOut > 0)
    notes.push(
      `${labelsLeftOut} ${labelsLeftOut === 1 ? 'label is' : 'labels are'} left out for want of room at this scale.`,
    );
  return notes;
}

/** That pictures on the sheet are not calibrated; null where all are. */
function picturesNote({ records }: Pick<FrameContent, 'records'>): string | null {
  const pictures = records.filter((record) => isKind(record, 'underlay') && record.calibration === null);
  if (pictures.length === 0) return null;
  const [are, them] =
    pictures.length === 1 ? ['A picture is', 'it'] : [`${pictures.length} pictures are`, 'them'];
  return `${are} not calibrated: what is drawn over ${them} may not be to scale.`;
}

/** That pictures cannot be seen for what is drawn over them; null where all can. */
function hiddenNote(plan: Plan, viewport: SheetViewport, records: readonly PlacedRecord[]): string | null {
  const hidden = hiddenPictures(records, sceneOf(plan, viewport, viewport.states));
  if (hidden.length === 0) return null;
  const names = hidden.map(({ name }) => `“${name}”`).join(', ');
  return `Hidden beneath what is drawn over ${hidden.length === 1 ? 'it, a picture' : 'them, pictures'}: ${names}.`;
}

/** What of the plan does not fit the view of its sheet, in a sentence; null where all of it does. */
export function outsideSentence({
  records,
  outside: { cut, reach, beyond },
}: {
  readonly records: { readonly length: number };
  readonly outside: Outside;
}): string | null {
  if (records.length === 0)
    return beyond === 0
      ? 'Nothing is drawn on the floor and the layers that this sheet shows.'
      : `Nothing of the plan lies in this view: ${counted(beyond, 'lies', 'lie')} beyond its edge.`;
  const parts = [
    ...(cut > 0 ? [`${counted(cut, 'is', 'are')} cut at the edge of this view`] : []),
    ...(reach > 0 ? [reachPart(reach, cut > 0)] : []),
    ...(beyond > 0 ? [`${counted(beyond, 'lies', 'lie')} beyond it`] : []),
  ];
  if (parts.length === 0) return null;
  const sentence = parts.join(', ').replace(/^(\S+ \S+ lies?) beyond it$/, '$1 beyond the edge of this view');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** What its notes will say of a sheet in the plan that is not seen on it, with the states that are given, or its own. */
export function lossesOfSheet(
  plan: Plan,
  sheet: RecordOf<'sheet'>,
  states: StateView | null,
): { readonly outside: string | null; readonly hidden: string | null } {
  const own = viewportOf(sheet);
  const viewport = { ...own, states: states ?? own.states };
  const { onView, outside } = viewFit(plan, viewport, inFrame(viewOf(sheet, plan), viewport));
  return {
    outside: outsideSentence({ records: onView, outside }),
    hidden: hiddenNote(plan, viewport, onView),
  };
}

/** Of what only a part that is seen, detected, lit or said is cut. */
function reachPart(reach: number, isSecond: boolean): string {
  const where = isSecond ? 'there' : 'at the edge of this view';
  return `what ${counted(reach, 'reaches', 'reach')} is cut ${where}`;
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 record ${one}` : `${count.toLocaleString('en-US')} records ${many}`;
}

type Line = { readonly line: string; readonly number: string };

function linesOf(content: FrameContent, { width }: Rectangle, unit: number): readonly Line[] {
  const room = width - (2 * PADDING + 3) * unit;
  return notesOf(content).flatMap((note, index) =>
    wrapped(note, room, SIZE * unit).map((line, part) => ({
      line,
      number: part === 0 ? `${index + 1}` : '',
    })),
  );
}

const topOf = (lines: readonly Line[], { top, height }: Rectangle, unit: number) =>
  top + height - (lines.length * LINE + 1.2) * unit;

/** Where the notes begin, their heading included: above their part of the page when there are many. */
export function notesTop(content: FrameContent, box: Rectangle, unit: number): number {
  return topOf(linesOf(content, box, unit), box, unit) - HEADING * unit;
}

/** The notes, numbered, in their part of the page from its lower edge up. */
export function noteItems(content: FrameContent, box: Rectangle, unit: number): readonly DrawItem[] {
  const x = box.left + PADDING * unit;
  const indent = 3 * unit;
  const size = SIZE * unit;
  const lines = linesOf(content, box, unit);
  const top = topOf(lines, box, unit);
  return [
    words('Notes', x, top - 2.4 * unit, { weight: 'semibold', sizeMm: 2.3 * unit }),
    ...lines.flatMap(({ line, number }, index) => {
      const y = top + (index + 0.5) * LINE * unit;
      const text = words(line, x + indent, y, { sizeMm: size });
      return number ? [words(number, x, y, { sizeMm: size, ink: 'muted' }), text] : [text];
    }),
  ];
}
