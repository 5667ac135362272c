import { allRecords, getRecord, inOrder, isPlaced, kindOf, type Plan, settingsOf } from '../../plan/plan.ts';
import type { IdOf, PlacedRecord, RecordOf } from '../../plan/records/index.ts';
import { planBounds } from '../../plan/shape.ts';
import { err, ok, type Result } from '../../result.ts';
import { drawCoverage } from '../coverage.ts';
import type { DrawItem, Page, PageGroup } from '../draw-item.ts';
import { drawRecord, paintOrder } from '../draw-record.ts';
import { sceneOf } from '../scene.ts';
import { isPaperName, largestUsualScale, paperSize } from './papers.ts';
import { frameItems, sheetFrame } from './sheet-frame.ts';

/** What to lay out: a sheet record, or the given values, or what fits. */
export type SheetChoice = {
  readonly sheetId: string | null;
  /** N of 1:N; null for the sheet's own, or the largest usual one at which the site fits. */
  readonly scale: number | null;
  readonly paper: string | null;
  readonly orientation: 'landscape' | 'portrait' | null;
  readonly floorId: string | null;
  /** Day of issue as it is printed, e.g. 2026-11-24. */
  readonly day: string;
};

export type SheetError = { readonly code: 'refused'; readonly message: string };

type Named = { readonly plan: Plan; readonly planName: string; readonly siteName: string };
type Sheet = Omit<RecordOf<'sheet'>, 'id' | 'order' | 'notes'>;

function refuse(message: string): Result<never, SheetError> {
  return err({ code: 'refused', message });
}

/** The sheet record that is meant, or one made from the choice and the extent of the site. */
function sheetOf({ plan }: Named, choice: SheetChoice): Result<Sheet, SheetError> {
  const record = choice.sheetId === null ? undefined : plan.tables.sheet.get(choice.sheetId as IdOf<'sheet'>);
  if (choice.sheetId !== null && !record)
    return refuse('There is no such sheet in the plan. Choose one of its sheets.');
  const paper = choice.paper ?? record?.paper ?? 'A3';
  if (!isPaperName(paper))
    return refuse(`There is no paper "${paper}". Choose A4 to A0, ANSI A to E or ARCH A to E1.`);
  const orientation = choice.orientation ?? record?.orientation ?? 'landscape';
  const floor = (record?.floor ?? choice.floorId ?? inOrder(plan, 'floor')[0]?.id) as IdOf<'floor'>;
  if (!getRecord(plan, floor)) return refuse('There is no such floor in the plan.');
  const box = planBounds(plan, floor) ?? { minX: 0, minY: 0, maxX: 50, maxY: 30 };
  const frame = sheetFrame(paperSize(paper, orientation));
  const size = { width: box.maxX - box.minX, height: box.maxY - box.minY };
  const room = { widthMm: frame.width * 0.94, heightMm: frame.height * 0.94 };
  const scale = choice.scale ?? record?.scale ?? largestUsualScale(size, room, settingsOf(plan).displayUnit);
  const centre = record?.centre ?? { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 };
  return ok({
    name: record?.name ?? 'Security layout',
    number: record?.number || 'S-01',
    paper,
    orientation,
    scale,
    centre,
    rotation: record?.rotation ?? 0,
    floor,
    layers: record?.layers ?? null,
  });
}

function isPrinted(record: PlacedRecord, plan: Plan, sheet: Sheet): boolean {
  const layer = plan.tables.layer.get(record.layer);
  if (record.floor !== sheet.floor || !layer?.visible || !layer.printed) return false;
  return sheet.layers === null || sheet.layers.includes(record.layer);
}

/** The page of a sheet in paper millimetres: the plan at exact scale, frame, title block, legend and bars. */
export function layoutSheet(named: Named, choice: SheetChoice): Result<Page, SheetError> {
  const chosen = sheetOf(named, choice);
  if (!chosen.ok) return chosen;
  const sheet = chosen.value;
  const size = paperSize(sheet.paper, sheet.orientation);
  const frame = sheetFrame(size);
  const { plan } = named;
  const order: readonly string[] = paintOrder;
  const records = [...allRecords(plan)]
    .filter((record): record is PlacedRecord => isPlaced(record) && isPrinted(record, plan, sheet))
    .sort((first, second) => order.indexOf(kindOf(first.id)) - order.indexOf(kindOf(second.id)));
  const drawing: PageGroup = {
    items: planItems(plan, records),
    toPaper: toPaperMatrix(sheet, frame),
    clip: frame,
  };
  const title = { ...named, sheet, day: choice.day };
  const border: PageGroup = {
    items: frameItems({ ...title, size, records }),
    toPaper: [1, 0, 0, -1, 0, size.heightMm],
    clip: null,
  };
  return ok({
    ...size,
    title: `${named.siteName} · ${named.planName} · ${sheet.number}`,
    groups: [drawing, border],
  });
}

/** Pictures and ground first, then what cameras see, then everything that stands on it, names last. */
function planItems(plan: Plan, records: readonly PlacedRecord[]): readonly DrawItem[] {
  const scene = sceneOf(plan);
  const isGround = ({ id }: PlacedRecord) =>
    ['underlay', 'road', 'parking', 'area', 'building'].includes(kindOf(id));
  const ground = records.filter(isGround).flatMap((record) => drawRecord(record, scene));
  const standing = records
    .filter((record) => !isGround(record))
    .flatMap((record) => drawRecord(record, scene));
  const cameras = records.filter((record): record is RecordOf<'camera'> => kindOf(record.id) === 'camera');
  const coverage = cameras.flatMap((camera) => drawCoverage(camera, scene));
  const all = [...ground, ...coverage, ...standing];
  return [...all.filter(({ type }) => type !== 'text'), ...all.filter(({ type }) => type === 'text')];
}

/** Plan metres to paper millimetres: exactly 1000 / N, the sheet's centre in the middle of the frame. */
function toPaperMatrix(
  { scale, rotation, centre }: Sheet,
  frame: { left: number; top: number; width: number; height: number },
): PageGroup['toPaper'] {
  const factor = 1000 / scale;
  const [cos, sin] = [Math.cos(rotation) * factor, Math.sin(rotation) * factor];
  const [x, y] = [frame.left + frame.width / 2, frame.top + frame.height / 2];
  return [cos, -sin, -sin, -cos, x - cos * centre.x + sin * centre.y, y + sin * centre.x + cos * centre.y];
}
