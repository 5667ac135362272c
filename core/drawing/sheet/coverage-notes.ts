import { type CameraCoverage, FARTHEST_SEEN } from '../../analysis/coverage/camera-coverage.ts';
import type { LookedOver } from '../../analysis/coverage/looked-over.ts';
import type { FieldView } from '../../analysis/coverage/view-bands.ts';
import type { CountedAs } from '../../analysis/image/counted-views.ts';
import { type DensityModel, densityModels } from '../../analysis/image/density-models.ts';
import { coverageRefusalSentence } from '../../analysis/report/coverage-sentences.ts';
import { levelProfileOf } from '../../catalogue/level-profiles.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { isInStateView } from '../../plan/parts/state-view.ts';
import { type Plan, settingsOf } from '../../plan/plan.ts';
import { formatLength } from '../../quantity.ts';
import type { ShownCoverage } from '../coverage/shown-coverage.ts';

type Camera = RecordOf<'camera'>;
type Content = { readonly plan: Plan; readonly shown: ShownCoverage | null };

/** What a reader must know of the coverage that is laid over a plan; nothing where none is or no camera counts. */
export function coverageNotes({ plan, shown }: Content): readonly string[] {
  if (!shown || !isDrawn(shown.coverage)) return [];
  const cameras = counted(plan, shown);
  return [
    headNote(plan, shown, cameras),
    ...modelNotes(cameras),
    ...countedAsNotes(cameras),
    ...leftOutNotes(cameras),
    ...endlessNote(cameras, plan),
    ...refusedNotes(plan, shown),
    ...hiddenNote(plan, shown),
  ];
}

/** Whether anything is laid over the plan: without cameras blind spots alone. */
export function isDrawn({ cameras, view }: ShownCoverage['coverage']): boolean {
  return cameras.size > 0 || view === 'blind-spots';
}

type Counted = { readonly name: string; readonly value: CameraCoverage };

function counted(plan: Plan, { coverage }: ShownCoverage): readonly Counted[] {
  return [...coverage.cameras].flatMap(([id, result]) => {
    const camera = plan.tables.camera.get(id);
    return camera && result.ok ? [{ name: nameOf(camera), value: result.value }] : [];
  });
}

const nameOf = ({ tag }: Camera): string => tag ?? 'a camera without a tag';

/** More names than this tell nobody more than their number. */
const MOST_NAMED = 8;

function named(names: readonly string[]): string {
  return names.length <= MOST_NAMED ? names.join(', ') : `${names.length} cameras`;
}

const viewWords: { readonly [V in FieldView]: string } = {
  levels: 'best level that any camera meets',
  overlap: 'how many cameras meet the coarsest level',
  'blind-spots': 'where no camera meets the coarsest level',
};

const overWords: { readonly [B in LookedOver['by']]: string } = {
  'property-line': ' within the property line',
  zones: ' within the coverage zones, as there is no property line',
  'all-around': ' around all that stands, as there is neither property line nor coverage zone',
};

function headNote(plan: Plan, { key, coverage }: ShownCoverage, cameras: readonly Counted[]): string {
  const settings = settingsOf(plan);
  const { displayUnit } = settings;
  const height =
    key.targetHeight === 0 ? 'on the floor' : `at ${formatLength(key.targetHeight, displayUnit, 2)}`;
  const states = key.states === 'today' ? 'as it stands today' : 'as proposed';
  const model = commonModel(cameras);
  const profile = levelProfileOf(settings).title;
  const over = coverage.over === null ? '' : overWords[coverage.over];
  const light =
    key.light === 'night'
      ? 'shown by day, though night is asked for: by night see the answers of coverage zones'
      : 'light does not count';
  return `Coverage: ${viewWords[coverage.view]}${over} ${height}, ${states}; ${profile}${model ? `, ${model} model` : ''}. Walls, fences and bodies hide what lies behind them; mesh leaves ${Math.round(settings.meshShare * 100)} % of the detail; ${light}.`;
}

/** The model of most cameras; null where none counts. */
function commonModel(cameras: readonly Counted[]): DensityModel | null {
  const models = Object.keys(densityModels) as DensityModel[];
  const countOf = (model: DensityModel) => cameras.filter(({ value }) => value.model === model).length;
  const [most] = models.toSorted((one, other) => countOf(other) - countOf(one));
  return most !== undefined && countOf(most) > 0 ? most : null;
}

function modelNotes(cameras: readonly Counted[]): readonly string[] {
  const common = commonModel(cameras);
  return (Object.keys(densityModels) as DensityModel[]).flatMap((model) => {
    const names = cameras.filter(({ value }) => value.model === model).map(({ name }) => name);
    return model === common || names.length === 0 ? [] : [`By the ${model} model: ${named(names)}.`];
  });
}

const countedAsWords: { readonly [C in CountedAs]: string | null } = {
  picture: null,
  sensors: 'Counted by the pictures of all sensors',
  presets: 'Counted by what the presets show',
  reach: 'Counted by all that it can be turned to, not at one moment',
};

function countedAsNotes(cameras: readonly Counted[]): readonly string[] {
  return (Object.keys(countedAsWords) as CountedAs[]).flatMap((countedAs) => {
    const names = cameras.filter(({ value }) => value.countedAs === countedAs).map(({ name }) => name);
    const words = countedAsWords[countedAs];
    return words === null || names.length === 0 ? [] : [`${words}: ${named(names)}.`];
  });
}

function leftOutNotes(cameras: readonly Counted[]): readonly string[] {
  return (['roll', 'presets', 'sensors'] as const).flatMap((what) => {
    const names = cameras.filter(({ value }) => value.leftOut.includes(what)).map(({ name }) => name);
    const words = what === 'roll' ? 'Roll is not considered' : `The ${what} do not count`;
    return names.length === 0 ? [] : [`${words}: ${named(names)}.`];
  });
}

/** Cameras without a range may see on without end: what is drawn ends. */
function endlessNote(cameras: readonly Counted[], plan: Plan): readonly string[] {
  const names = cameras
    .filter(({ value }) => value.levels.some(({ area }) => area === null))
    .map(({ name }) => name);
  if (names.length === 0) return [];
  const { displayUnit } = settingsOf(plan);
  return [`Drawn to ${formatLength(FARTHEST_SEEN, displayUnit, 0)} only, seen farther: ${named(names)}.`];
}

/** Cameras that are not in the field, by the reason. */
function refusedNotes(plan: Plan, { coverage }: ShownCoverage): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const [id, result] of coverage.cameras) {
    const camera = plan.tables.camera.get(id);
    if (result.ok || !camera) continue;
    const sentence = coverageRefusalSentence(result.error);
    byReason.set(sentence, [...(byReason.get(sentence) ?? []), nameOf(camera)]);
  }
  return [...byReason].map(([sentence, names]) => `Not in the coverage: ${named(names)}. ${sentence}`);
}

/** That cameras of the floor do not count; who sees the sheet is not told which: their layer is not for it. */
function hiddenNote(plan: Plan, { key }: ShownCoverage): readonly string[] {
  const count = countHidden(plan, key, new Set(key.withoutLayers));
  if (count === 0) return [];
  return [
    count === 1
      ? 'A camera that is not shown is not in the coverage.'
      : `${count} cameras that are not shown are not in the coverage.`,
  ];
}

function countHidden(
  plan: Plan,
  { floor, states }: ShownCoverage['key'],
  hidden: ReadonlySet<Camera['layer']>,
): number {
  let count = 0;
  for (const camera of plan.tables.camera.values())
    if (camera.floor === floor && hidden.has(camera.layer) && isInStateView(camera.state, states)) count++;
  return count;
}
