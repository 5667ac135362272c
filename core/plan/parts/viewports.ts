import type { RecordOf } from '../kinds/index.ts';
import { viewportDefaults } from '../kinds/sheet.ts';

type Sheet = RecordOf<'sheet'>;

/** A part of a sheet: where it lies on it, what of the plan it shows and at which scale. */
export type SheetViewport = Sheet['viewports'][0];

/** A viewport of the given fields, else as one is where nobody has said otherwise. */
export function newViewport(
  fields: Pick<SheetViewport, 'centre' | 'floor'> & Partial<SheetViewport>,
): SheetViewport {
  return Object.assign({}, viewportDefaults, fields);
}

/** The viewport of a sheet. */
export function viewportOf({ viewports: [viewport] }: Pick<Sheet, 'viewports'>): SheetViewport {
  return viewport;
}

/** The field by which a sheet has some fields of its viewport otherwise. */
export function changedViewport(sheet: Sheet, fields: Partial<SheetViewport>): Pick<Sheet, 'viewports'> {
  return { viewports: [{ ...viewportOf(sheet), ...fields }] };
}
