import Papa from 'papaparse';
import { bollardCount } from '../geometry/bollard-places.ts';
import { allRecords, getRecord, isDevice, isKind, kindOf, type Plan, settingsOf } from '../plan/plan.ts';
import type { AnyId, DeviceRecord } from '../plan/records/index.ts';
import { boundsOf } from '../plan/shape.ts';

const columns = [
  'tag',
  'kind',
  'type',
  'device',
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
  'notes',
] as const;

function nameOf(plan: Plan, id: AnyId | null): string {
  const record = id === null ? undefined : getRecord(plan, id);
  return record && 'name' in record ? record.name : '';
}

/** The equipment schedule: one row a device, in the order of kinds and tags, for a spreadsheet. */
export function writeSchedule(plan: Plan): string {
  const { currency } = settingsOf(plan);
  const devices = [...allRecords(plan)].filter(isDevice);
  const rows = devices.map((device) => rowOf(device, plan, currency));
  rows.sort((first, second) =>
    `${first[1]} ${first[0]}`.localeCompare(`${second[1]} ${second[0]}`, 'en', { numeric: true }),
  );
  // Spreadsheets run a cell that begins like a formula; the byte order mark tells them it is UTF-8.
  return `\ufeff${Papa.unparse([[...columns], ...rows], { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

function rowOf(device: DeviceRecord, plan: Plan, currency: string): readonly (string | number)[] {
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
    count,
    device.state,
    nameOf(plan, device.phase),
    nameOf(plan, device.floor),
    nameOf(plan, device.layer),
    x,
    y,
    'height' in device ? metres(device.height) : '',
    'rating' in device ? (device.rating ?? '') : '',
    device.cost ?? '',
    device.cost === null ? '' : currency,
    device.notes,
  ];
}
