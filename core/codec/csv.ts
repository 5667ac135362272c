import Papa from 'papaparse';
import { catalogueDevice, changedFigures } from '../catalogue/device-fields.ts';
import { bollardCount } from '../geometry/bollard-places.ts';
import { everything, type Lens, recordsShown } from '../picture/lens.ts';
import type { AnyId, DeviceRecord, RecordOf } from '../plan/kinds/index.ts';
import { getRecord, isDevice, isKind, kindOf, type Plan, settingsOf } from '../plan/plan.ts';
import { boundsOf } from '../plan/shape.ts';
import { guardedText } from '../spreadsheet-text.ts';

/** In this order for good, and new ones at the end: spreadsheets count columns as well as name them. */
const columns = [
  'tag',
  'kind',
  'type',
  'device',
  'changed_figures',
  'count',
  'state',
  'phase',
  'floor',
  'layer',
  'x_m',
  'y_m',
  'height_m',
  'rating',
  'cost',
  'currency',
  'marking',
  'notes',
  'device_name',
] as const;

const cellOf = (value: string | number): string | number =>
  typeof value === 'number' ? value : guardedText(value);

function nameOf(plan: Plan, id: AnyId | null): string {
  const record = id === null ? undefined : getRecord(plan, id);
  return record && 'name' in record ? record.name : '';
}

/**
 * The equipment schedule: one row a device that a lens shows, in the order of kinds and tags, for a spreadsheet.
 *
 * Each row says the marking of the plan: rows are copied and sorted on their own.
 */
export function writeSchedule(plan: Plan, lens: Lens = everything): string {
  const ofAll = settingsOf(plan);
  const devices = recordsShown(plan, lens).filter(isDevice);
  const rows = devices.map((device) => rowOf(device, plan, ofAll));
  rows.sort((first, second) =>
    `${first[1]} ${first[0]}`.localeCompare(`${second[1]} ${second[0]}`, 'en', { numeric: true }),
  );
  const cells = [[...columns], ...rows].map((row) => row.map(cellOf));
  // The byte order mark tells spreadsheets that it is UTF-8.
  return `\ufeff${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

type OfAll = Pick<RecordOf<'settings'>, 'currency' | 'marking'>;

function rowOf(device: DeviceRecord, plan: Plan, { currency, marking }: OfAll): readonly (string | number)[] {
  const box = boundsOf(device, plan);
  const metres = (value: number) => Math.round(value * 1000) / 1000 + 0;
  const [x, y] = box ? [metres((box.minX + box.maxX) / 2), metres((box.minY + box.maxY) / 2)] : ['', ''];
  const type = 'type' in device ? device.type : 'mode' in device ? device.mode : '';
  const count = isKind(device, 'bollards') ? bollardCount(device.path, device.spacing) : 1;
  return [
    device.tag ?? '',
    kindOf(device.id),
    type,
    device.device ?? '',
    changedFigures(device).join(' '),
    count,
    device.state,
    nameOf(plan, device.phase),
    nameOf(plan, device.floor),
    nameOf(plan, device.layer),
    x,
    y,
    'height' in device && device.height !== null ? metres(device.height) : '',
    'rating' in device ? (device.rating ?? '') : '',
    device.cost ?? '',
    device.cost === null ? '' : currency,
    marking ?? '',
    device.notes,
    catalogueDevice(device.device)?.name ?? '',
  ];
}
