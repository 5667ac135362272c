import { coverageGeojson } from '../../core/analysis/report/coverage-geojson.ts';
import {
  type CoverageQuestion,
  type CoverageReport,
  coverageReport,
} from '../../core/analysis/report/coverage-report.ts';
import { layersWhere } from '../../core/picture/lenses.ts';
import { applyDiff, edit } from '../../core/plan/diff.ts';
import type { IdOf, RecordOf } from '../../core/plan/kinds/index.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { dayOfIssue } from '../files/day-of-issue.ts';
import { exportPlan } from '../files/export-plan.ts';
import type { ImportedPlan } from '../files/imported-plan.ts';
import type { CliArgs } from './cli-args.ts';
import {
  type CliIo,
  CliRefusal,
  type Command,
  readPlan,
  report,
  required,
  usage,
  writeOutput,
} from './cli-io.ts';

/** What each camera of a plan sees, whether zones have what they ask for, and what is lost with each camera. */
export const runCoverage: Command = async (args, io) => {
  const read = await readPlan(required(args.positionals[0], 'The plan file'));
  const zone = args.values.zone === undefined ? null : byTag(read.plan, 'coverageZone', args.values.zone);
  const question: CoverageQuestion = { states: statesOf(args), targetHeight: heightOf(args), zone };
  const plan = asAsked(read.plan, args, question);
  const result = coverageReport(plan, question);
  const written = await writeSurfaces({ ...read, plan }, question, { args, io });
  if (args.values.json) report({ ...result, ...(written.length > 0 && { written }) }, args, io);
  else report({ ...lines(result), ...(written.length > 0 && { written }) }, args, io);
};

/** The record of a kind that has a tag; a tag that none has or several have is refused. */
function byTag<K extends 'camera' | 'coverageZone'>(plan: Plan, kind: K, tag: string): IdOf<K> {
  const all = [...plan.tables[kind].values()];
  const found = all.filter((record) => record.tag === tag);
  const [only] = found;
  const what = kind === 'camera' ? 'camera' : 'coverage zone';
  if (!only) {
    const tags = all.flatMap((record) => record.tag ?? []).join(', ');
    throw new CliRefusal(`The plan has no ${what} "${tag}". It has: ${tags || 'none with a tag'}.`);
  }
  if (found.length > 1)
    throw new CliRefusal(
      `${found.length} ${what}s of the plan have the tag "${tag}". Give each a tag of its own.`,
    );
  return only.id as IdOf<K>;
}

/**
 * The plan as it is asked about, for figures and pictures alike: without the camera that is to be left out, and with the
 * zones that are asked about, as they are to be checked.
 */
function asAsked(plan: Plan, { values }: CliArgs, { targetHeight, zone: only }: CoverageQuestion): Plan {
  const left = values.without === undefined ? null : byTag(plan, 'camera', values.without);
  const asked = (zone: RecordOf<'coverageZone'>) => ({
    ...zone,
    when: values.night ? ('night' as const) : zone.when,
    targetHeight: targetHeight ?? zone.targetHeight,
  });
  const zones = [...plan.tables.coverageZone.values()];
  return applyDiff(
    plan,
    edit(plan, (draft) => {
      if (left !== null) draft.remove(left);
      for (const zone of zones.filter(({ id }) => only === null || id === only)) draft.put(asked(zone));
      for (const { id } of zones.filter((zone) => only !== null && zone.id !== only)) draft.remove(id);
    }),
  );
}

function heightOf({ values }: CliArgs): number | null {
  const typed = values['target-height'];
  if (typed === undefined) return null;
  const height = Number(typed);
  if (typed.trim() === '' || !(height >= 0 && height <= 1000))
    throw usage(`"${typed}" is not a target height: write metres above the floor, as 1.7`);
  return height;
}

const stateNames = ['today', 'proposed'] as const;

function statesOf({ values }: CliArgs): (typeof stateNames)[number] {
  const name = stateNames.find((each) => each === (values.state ?? 'proposed'));
  if (name === undefined) throw usage(`"${values.state}" is no state of a plan: write today or proposed`);
  return name;
}

type To = { readonly args: CliArgs; readonly io: CliIo };

/** Writes the surfaces of the coverage as GeoJSON and as a picture, as far as these are asked for. */
async function writeSurfaces(
  { planId, name, siteName, plan, attachments }: ImportedPlan,
  question: CoverageQuestion,
  { args, io }: To,
): Promise<readonly string[]> {
  const written: string[] = [];
  const { geojson, png } = args.values;
  if (geojson !== undefined) {
    await writeOutput(geojson, new TextEncoder().encode(coverageGeojson(plan, question)), args);
    written.push(geojson);
  }
  if (png === undefined) return written;
  const parcel = { planId: planId ?? 'unknown', planName: name, siteName, plan, attachments };
  const coverage = {
    view: 'levels',
    targetHeight: question.targetHeight ?? 0,
    light: args.values.night ? 'night' : 'day',
    camera: null,
  } as const;
  const exported = await exportPlan(parcel, {
    format: 'png',
    appVersion: io.version,
    sheetId: null,
    scale: null,
    paper: args.values.size ?? null,
    orientation: args.values.portrait ? 'portrait' : null,
    floorId: null,
    states: question.states,
    shown: { layers: [...layersWhere(plan, ({ visible }) => visible)], coverage },
    day: dayOfIssue(),
  });
  if (!exported.ok) throw new CliRefusal(exported.error.message);
  await writeOutput(png, exported.value.bytes, args);
  return [...written, png];
}

/** The answer for people: one line for each camera, each zone and each camera that something is lost without. */
function lines({ profile, model, targetHeight, states, cameras, zones, failures }: CoverageReport) {
  return {
    profile,
    model,
    targetHeight: `${targetHeight} m`,
    states,
    cameras: cameras.map((camera) => cameraLine(camera, model)),
    zones: zones.map(zoneLine),
    failures: failures.map(
      ({ camera, zones: losses }) =>
        `without ${camera ?? 'a camera without a tag'}: ${losses.length === 0 ? 'nothing is lost' : losses.map(({ tag, percent, fails }) => `${tag ?? 'a zone without a tag'} ${percent} %${fails ? ', fails' : ''}`).join('; ')}`,
    ),
  };
}

function cameraLine(camera: CoverageReport['cameras'][number], usual: string): string {
  const { tag, id, floor, problem, levels, nearEdge, farEdge, model } = camera;
  const name = `${tag ?? id} (${floor})`;
  if (problem !== null) return `${name}: ${problem}`;
  const areas = levels.map(
    (level) => `${level.name} ${level.area === null ? 'without bound' : `${level.area} m²`}`,
  );
  const edges =
    nearEdge === null
      ? 'sees no ground'
      : `picture from ${nearEdge} m ${farEdge === null ? 'on' : `to ${farEdge} m`} where nothing hides`;
  const other = model === usual ? '' : `; ${model} model`;
  return `${name}: ${areas.join(', ')}; ${edges}${other}`;
}

function zoneLine({
  tag,
  id,
  problem,
  pass,
  percent,
  minimumPercent,
  worst,
  checks,
}: CoverageReport['zones'][number]): string {
  const name = tag ?? id;
  if (problem !== null) return `${name}: ${problem}`;
  const at = worst ? `, worst at ${worst.x}, ${worst.y}` : '';
  const remarks = checks.flatMap((check) => check.remarks);
  return `${name}: ${pass ? 'passes' : 'fails'} with ${percent} % of ${minimumPercent} %${at}${remarks.length > 0 ? `. ${remarks.join(' ')}` : ''}`;
}
