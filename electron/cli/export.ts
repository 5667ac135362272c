import { type ExportFormat, exportFormats, formatOf } from '../../core/contract/formats.ts';
import { isInStateView } from '../../core/plan/parts/state-view.ts';
import { inOrder, type Plan } from '../../core/plan/plan.ts';
import { dayOfIssue } from '../files/day-of-issue.ts';
import { type Exported, exportOnGlobe, exportPlan } from '../files/export-plan.ts';
import type { CliArgs } from './cli-args.ts';
import { CliRefusal, type Command, readPlan, report, required, usage, writeOutput } from './cli-io.ts';

function sheetIdOf(plan: Plan, name: string | undefined): string | null {
  const sheets = inOrder(plan, 'sheet');
  if (name === undefined) return sheets[0]?.id ?? null;
  const sheet = sheets.find((each) => each.name === name || each.number === name);
  if (!sheet)
    throw new CliRefusal(
      `The plan has no sheet "${name}". It has: ${sheets.map((each) => each.name).join(', ') || 'none'}.`,
    );
  return sheet.id;
}

function scaleOf({ values }: CliArgs): number | null {
  if (values.scale === undefined) return null;
  const scale = Number(/^1:(\d+(?:\.\d+)?)$/.exec(values.scale)?.[1]);
  if (!(scale >= 1 && scale <= 1_000_000)) throw usage(`"${values.scale}" is not a scale: write 1:500`);
  return scale;
}

const coordinateNames = ['plan-metres', 'wgs84'] as const;

/** In which coordinates GeoJSON is written. */
function coordinatesOf({ values }: CliArgs): (typeof coordinateNames)[number] {
  const name = coordinateNames.find((each) => each === (values.coordinates ?? 'plan-metres'));
  if (name === undefined)
    throw usage(`"${values.coordinates}" are no coordinates: write plan-metres or wgs84`);
  if (values.coordinates !== undefined && values.geojson === undefined)
    throw usage('--coordinates is for --geojson alone');
  return name;
}

const AS_WHOLE = 'the whole plan, with all floors, layers and states';

const cameraCount = (plan: Plan): number =>
  [...plan.tables.camera.values()].filter(({ state }) => isInStateView(state, 'proposed')).length;

/** What of a plan is in a file of a format, as the menu of the window says it. */
function contentOf(format: ExportFormat, plan: Plan, sheetId: string | null): string {
  const { holds } = formatOf(format);
  if (holds === 'the-plan') return AS_WHOLE;
  const sheets = inOrder(plan, 'sheet');
  if (holds === 'all-cameras') return `all cameras of all floors (${cameraCount(plan)}), as proposed`;
  if (holds === 'all-sheets')
    return `all sheets (${sheets.length}), each with its own floor, layers and states`;
  const sheet = sheets.find(({ id }) => id === sheetId);
  const floor = inOrder(plan, 'floor')[0]?.name;
  return sheet
    ? `the sheet ${sheet.number || sheet.name}, with its own floor, layers and states`
    : `the floor ${floor} alone, since the plan has no sheets`;
}

/** Writes a plan in one or more other forms, and says what of the plan each file holds. */
export const runExport: Command = async (args, io) => {
  const file = required(args.positionals[0], 'The plan file');
  const wanted = exportFormats.filter((format) => args.values[format] !== undefined);
  if (wanted.length === 0)
    throw usage(`Nothing to export: name one of ${exportFormats.map((format) => `--${format}`).join(', ')}`);
  const coordinates = coordinatesOf(args);
  const { name, siteName, plan, attachments, planId, remarks: missing } = await readPlan(file);
  const parcel = { planId: planId ?? 'unknown', planName: name, siteName, plan, attachments };
  const written: string[] = [];
  const remarks = new Set<string>();
  const holds: string[] = [];
  for (const format of wanted) {
    const out = required(args.values[format], `--${format} OUT`);
    const exported = await exportedAs(format);
    await writeOutput(out, exported.bytes, args);
    written.push(out);
    holds.push(`${out}: ${contentOf(format, plan, sheetIdOf(plan, args.values.sheet))}.`);
    const all = formatOf(format).pictures === 'with' ? [...missing, ...exported.remarks] : exported.remarks;
    for (const remark of all) remarks.add(remark);
  }
  report({ written, holds, ...(remarks.size > 0 && { remarks: [...remarks] }) }, args, io);

  async function exportedAs(format: ExportFormat): Promise<Exported> {
    const isOnGlobe = format === 'geojson' && coordinates === 'wgs84';
    const exported = isOnGlobe
      ? exportOnGlobe(parcel)
      : await exportPlan(parcel, {
          format,
          appVersion: io.version,
          sheetId: sheetIdOf(plan, args.values.sheet),
          scale: scaleOf(args),
          paper: args.values.size ?? null,
          orientation: args.values.portrait ? 'portrait' : null,
          floorId: null,
          states: null,
          shown: null,
          day: dayOfIssue(),
        });
    if (!exported.ok) throw new CliRefusal(exported.error.message);
    const { cutOff } = exported.value;
    if (args.values.strict && cutOff.length > 0)
      throw new CliRefusal(`${cutOff.join(' ')} Nothing was written to ${args.values[format]}.`);
    return exported.value;
  }
};
