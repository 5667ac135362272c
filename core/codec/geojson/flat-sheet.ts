import type { PlanRecord } from '../../plan/kinds/index.ts';
import { viewportDefaults, viewportSchema } from '../../plan/kinds/sheet.ts';
import { viewportOf } from '../../plan/parts/viewports.ts';
import { isKind } from '../../plan/plan.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a viewport: GeoJSON has them beside those of its sheet, where other programs look for them. */
export const viewportFields = Object.keys(viewportSchema.shape);

/** The fields of a record as GeoJSON has them: those of its one viewport beside those of a sheet. */
export function flatFields(record: PlanRecord): Fields {
  if (!isKind(record, 'sheet')) return record;
  const { viewports: _, ...sheet } = record;
  const { frame, ...shown } = viewportOf(record);
  const isWhole = JSON.stringify(frame) === JSON.stringify(viewportDefaults.frame);
  return Object.assign(sheet, shown, isWhole ? null : { frame });
}

/** The fields of a sheet from those that `flatFields` gives, or from some of them. */
export function sheetFields(flat: Fields): Fields {
  const isOfViewport = ([name]: readonly [string, unknown]) => viewportFields.includes(name);
  const entries = Object.entries(flat);
  const own = Object.fromEntries(entries.filter((entry) => !isOfViewport(entry)));
  const viewport = Object.assign({}, viewportDefaults, Object.fromEntries(entries.filter(isOfViewport)));
  return Object.assign(own, { viewports: [viewport] });
}
