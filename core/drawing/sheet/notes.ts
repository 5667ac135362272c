import { levelProfiles } from '../../catalogue/levels.ts';
import { isKind, settingsOf } from '../../plan/plan.ts';
import type { DrawItem } from '../draw-item.ts';
import type { FrameContent } from './frame-content.ts';
import { type Rectangle, words, wrapped } from './furniture.ts';

const PADDING = 3.5;
const LINE = 2.6;
const SIZE = 1.9;

/** What a reader must know to use the sheet: the model of what is computed, units, coordinates. */
export function notesOf({ plan, records, labelsLeftOut }: FrameContent): readonly string[] {
  const { levelProfile, displayUnit, origin, north } = settingsOf(plan);
  const notes: string[] = [];
  if (records.some((record) => isKind(record, 'camera')))
    notes.push(`Coverage: ${levelProfiles[levelProfile].title}, flat model, walls not considered.`);
  const basis = origin
    ? `plan grid in ${displayUnit === 'm' ? 'metres' : 'feet'}, origin WGS 84 ${origin.lat.toFixed(6)}, ${origin.lon.toFixed(6)}`
    : `local plan grid, dimensions in ${displayUnit === 'm' ? 'metres' : 'feet and inches'}`;
  notes.push(
    `Coordinates: ${basis}; ${north === 0 ? 'plan north is true north' : 'the arrow shows true north'}.`,
  );
  if (labelsLeftOut > 0)
    notes.push(
      `${labelsLeftOut} ${labelsLeftOut === 1 ? 'label is' : 'labels are'} left out for want of room at this scale.`,
    );
  return notes;
}

/** The notes, numbered, in their part of the page from its lower edge up. */
export function noteItems(content: FrameContent, box: Rectangle, unit: number): readonly DrawItem[] {
  const x = box.left + PADDING * unit;
  const indent = 3 * unit;
  const size = SIZE * unit;
  const room = box.width - (2 * PADDING + 3) * unit;
  const lines = notesOf(content).flatMap((note, index) =>
    wrapped(note, room, size).map((line, part) => ({ line, number: part === 0 ? `${index + 1}` : '' })),
  );
  const top = box.top + box.height - (lines.length * LINE + 1.2) * unit;
  return [
    words('Notes', x, top - 2.4 * unit, { weight: 'semibold', sizeMm: 2.3 * unit }),
    ...lines.flatMap(({ line, number }, index) => {
      const y = top + (index + 0.5) * LINE * unit;
      const text = words(line, x + indent, y, { sizeMm: size });
      return number ? [words(number, x, y, { sizeMm: size, ink: 'muted' }), text] : [text];
    }),
  ];
}
