import { writeSchedule } from '../../core/codec/csv.ts';
import { writeGeojson, writeGeojsonOnGlobe } from '../../core/codec/geojson/write-geojson.ts';
import { encodePlan, type PlanParcel } from '../../core/codec/plan-file.ts';
import { type PictureLookup, writeSvg } from '../../core/codec/svg.ts';
import type { ExportFormat } from '../../core/contract/formats.ts';
import type { Page } from '../../core/drawing/draw-item.ts';
import { layoutCameraSheet } from '../../core/drawing/sheet/camera-sheet.ts';
import { type LaidSheet, layoutSheet, type SheetChoice } from '../../core/drawing/sheet/layout-sheet.ts';
import { inOrder } from '../../core/plan/plan.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { remarksOnSize } from './most-read.ts';
import { packArchive } from './plan-archive.ts';

export type ExportChoice = SheetChoice & {
  readonly format: ExportFormat;
  readonly appVersion: string;
};

/**
 * What is written, one sentence for each thing of the plan that is not in it as it is in the plan, and one where
 * the file is larger than what can be opened again.
 */
export type Exported = {
  readonly bytes: Uint8Array;
  readonly remarks: readonly string[];
  /** Of the remarks those on what does not fit its sheet. */
  readonly cutOff: readonly string[];
};

export type ExportError = { readonly code: 'refused'; readonly message: string };

type OnProgress = (done: number) => void;

/**
 * A plan in a format; a page is laid out from its sheet record or the choice.
 *
 * `onProgress` hears how far the work is, 0 to 1, between its stages.
 */
export async function exportPlan(
  parcel: PlanParcel,
  choice: ExportChoice,
  onProgress: OnProgress = () => undefined,
): Promise<Result<Exported, ExportError>> {
  const { format } = choice;
  if (format === 'plan')
    return ok(readable(format, await packArchive(encodePlan(parcel, choice.appVersion))));
  if (format === 'csv') return ok({ bytes: bytesOf(writeSchedule(parcel.plan)), remarks: [], cutOff: [] });
  if (format === 'geojson') return ok(readable(format, bytesOf(writeGeojson(parcel.plan))));
  const pages = pagesOf(parcel, choice, onProgress);
  if (!pages.ok) return pages;
  onProgress(isOfMany(format) ? 0.5 : 0.3);
  const painted = await paint(parcel, format, { pages: pages.value, onProgress });
  const cutOff = pages.value.flatMap((page) => page.cutOff ?? []);
  return ok({ bytes: painted.bytes, remarks: [...cutOff, ...painted.remarks], cutOff });
}

/** The plan as GeoJSON in longitude and latitude on WGS 84. */
export function exportOnGlobe({ plan }: PlanParcel): Result<Exported, ExportError> {
  const text = writeGeojsonOnGlobe(plan);
  if (text !== null) return ok(readable('geojson', bytesOf(text)));
  return err({
    code: 'refused',
    message:
      'This plan does not say its latitude and longitude: give them in the settings of the plan, or export it in plan metres.',
  });
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What can be opened again is given without a remark. */
function readable(format: 'plan' | 'geojson', bytes: Uint8Array): Exported {
  return { bytes, remarks: remarksOnSize(format, bytes.length), cutOff: [] };
}

type Pages = Result<readonly LaidSheet[], ExportError>;

const isOfMany = (format: ExportFormat): boolean => format === 'pdf-set' || format === 'camera-sheet';

function pagesOf(parcel: PlanParcel, choice: ExportChoice, onProgress: OnProgress): Pages {
  if (choice.format === 'camera-sheet') return layoutCameras(parcel, choice, onProgress);
  return choice.format === 'pdf-set' ? layoutSet(parcel, choice, onProgress) : layoutOne(parcel, choice);
}

/** All cameras of a plan with their pictures. */
function layoutCameras(
  parcel: PlanParcel,
  { paper, states, day }: ExportChoice,
  onProgress: OnProgress,
): Pages {
  const wanted = { paper, states: states === 'today' ? 'today' : 'proposed', day } as const;
  const pages = layoutCameraSheet(parcel, wanted, (done, total) => onProgress((0.5 * done) / total));
  return pages.ok ? ok(pages.value.map((page) => ({ ...page, cutOff: null }))) : pages;
}

function layoutOne(parcel: PlanParcel, choice: ExportChoice): Pages {
  const page = layoutSheet(parcel, choice);
  return page.ok ? ok([page.value]) : page;
}

/** All sheets of a plan in their order. */
function layoutSet(parcel: PlanParcel, choice: ExportChoice, onProgress: OnProgress): Pages {
  const sheets = inOrder(parcel.plan, 'sheet');
  if (sheets.length === 0)
    return err({
      code: 'refused',
      message: 'The plan has no sheets. Add one, or export the plan as a single page.',
    });
  const pages: LaidSheet[] = [];
  for (const { id } of sheets) {
    const page = layoutSheet(parcel, { ...choice, sheetId: id, states: null });
    if (!page.ok) return page;
    pages.push(page.value);
    onProgress((0.5 * pages.length) / sheets.length);
  }
  return ok(pages);
}

type Laid = { readonly pages: readonly Page[]; readonly onProgress: OnProgress };

async function paint(
  parcel: PlanParcel,
  format: 'pdf' | 'pdf-set' | 'camera-sheet' | 'svg' | 'png',
  { pages, onProgress }: Laid,
): Promise<Omit<Exported, 'cutOff'>> {
  const { uprightPictures } = await import('../output/upright-pictures.ts');
  const { pictureOf, remarks } = await uprightPictures(parcel, pages);
  if (format === 'svg') return { bytes: bytesOf((await svgOf(pages, pictureOf)).svg), remarks };
  const { inBundledLetters } = await import('../output/bundled-letters.ts');
  const lettered = inBundledLetters(pages);
  const all = [...remarks, ...lettered.remarks];
  if (format !== 'png') {
    const { paintPdf } = await import('../output/pdf-painter.ts');
    return { bytes: await paintPdf(lettered.pages, pictureOf), remarks: all };
  }
  onProgress(0.5);
  const { paintPng } = await import('../output/png-painter.ts');
  const [page] = lettered.pages;
  if (!page) throw new Error('A picture without a page was asked for.');
  const { svg, fonts } = await svgOf([page], pictureOf);
  return { bytes: await paintPng(svg, page, fonts), remarks: all };
}

async function svgOf([page]: readonly Page[], pictureOf: PictureLookup) {
  if (!page) throw new Error('A drawing without a page was asked for.');
  const { svgLines } = await import('../output/svg-lines.ts');
  const { lineOf, fontsNamed } = await svgLines([page]);
  const svg = writeSvg(page, pictureOf, lineOf);
  return { svg, fonts: fontsNamed() };
}
