import { writeSchedule } from '../../core/codec/csv.ts';
import { writeGeojson } from '../../core/codec/geojson/write-geojson.ts';
import { encodePlan, type PlanParcel } from '../../core/codec/plan-file.ts';
import { type PictureLookup, writeSvg } from '../../core/codec/svg.ts';
import type { exportFormats } from '../../core/contract/contract.ts';
import type { Page } from '../../core/drawing/draw-item.ts';
import { layoutSheet, type SheetChoice } from '../../core/drawing/sheet/layout-sheet.ts';
import { inOrder } from '../../core/plan/plan.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { packArchive } from './plan-archive.ts';

export type ExportFormat = (typeof exportFormats)[number];

export type ExportChoice = SheetChoice & {
  readonly format: ExportFormat;
  readonly appVersion: string;
};

export type ExportError = { readonly code: 'refused'; readonly message: string };

/**
 * The bytes of a plan in a format; a page is laid out from its sheet record or the choice.
 *
 * `onProgress` hears how far the work is, 0 to 1, between its stages.
 */
export async function exportPlan(
  parcel: PlanParcel,
  choice: ExportChoice,
  onProgress: (done: number) => void = () => undefined,
): Promise<Result<Uint8Array, ExportError>> {
  const text = (content: string) => ok(new TextEncoder().encode(content));
  if (choice.format === 'plan') return ok(await packArchive(encodePlan(parcel, choice.appVersion)));
  if (choice.format === 'csv') return text(writeSchedule(parcel.plan));
  if (choice.format === 'geojson') return text(writeGeojson(parcel.plan));
  const pictureOf = (sha256: string) => parcel.attachments.get(sha256) ?? null;
  if (choice.format === 'pdf-set') return exportSet(parcel, choice, pictureOf, onProgress);
  const page = layoutSheet(parcel, choice);
  if (!page.ok) return page;
  onProgress(0.3);
  if (choice.format === 'pdf') {
    const { paintPdf } = await import('../output/pdf-painter.ts');
    return ok(await paintPdf([page.value], pictureOf));
  }
  const svg = writeSvg(page.value, pictureOf);
  if (choice.format === 'svg') return text(svg);
  onProgress(0.5);
  const { paintPng } = await import('../output/png-painter.ts');
  return ok(await paintPng(svg, page.value));
}

/** All sheets of a plan in their order, as the pages of one PDF. */
async function exportSet(
  parcel: PlanParcel,
  choice: ExportChoice,
  pictureOf: PictureLookup,
  onProgress: (done: number) => void,
): Promise<Result<Uint8Array, ExportError>> {
  const sheets = inOrder(parcel.plan, 'sheet');
  if (sheets.length === 0)
    return err({
      code: 'refused',
      message: 'The plan has no sheets. Add one, or export the plan as a single page.',
    });
  const pages: Page[] = [];
  for (const { id } of sheets) {
    const page = layoutSheet(parcel, { ...choice, sheetId: id, states: null });
    if (!page.ok) return page;
    pages.push(page.value);
    onProgress((0.5 * pages.length) / sheets.length);
  }
  const { paintPdf } = await import('../output/pdf-painter.ts');
  return ok(await paintPdf(pages, pictureOf));
}
