import { layersWhere } from '../../../core/picture/lenses.ts';
import type { IdOf, RecordOf } from '../../../core/plan/kinds/index.ts';
import type { StateView } from '../../../core/plan/parts/state-view.ts';
import { viewportOf } from '../../../core/plan/parts/viewports.ts';
import { getRecord, inOrder, type Plan } from '../../../core/plan/plan.ts';
import type { Editor } from '../../editor/editor.ts';
import { lensOfWindow } from '../../editor/window-lens.ts';
import { text } from '../../messages/text.ts';

type Sheet = RecordOf<'sheet'>;
type Seen = Pick<Editor, 'plan' | 'view'>;

/** The sheet that is issued: the chosen one, else the first; undefined while the plan has none. */
export function issuedSheet({ plan, view }: Seen): Sheet | undefined {
  return (view.lens.sheet && plan.tables.sheet.get(view.lens.sheet)) || inOrder(plan, 'sheet')[0];
}

/** The states that are issued: who looks at today prints today; null where the sheet says what it shows. */
export function issuedStates({ states }: Editor['view']['lens']): Exclude<StateView, 'both'> | null {
  return states === 'both' ? null : states;
}

/** What the window shows of its floor: a page that no sheet describes shows the same. */
export function issuedView({ plan, view }: Seen) {
  const { layers, coverage } = lensOfWindow({ plan, view });
  return { layers: [...(layers ?? plan.tables.layer.keys())], coverage };
}

/** Which sheet of which floor is issued, and what of it, in the words of the window. */
export function issuedHeading({ plan, view }: Seen): string {
  const { lens } = view;
  const sheet = issuedSheet({ plan, view });
  const states = issuedStates(lens) ?? (sheet ? viewportOf(sheet).states : 'both');
  const alone = lens.isolated && getRecord(plan, lens.isolated);
  const parts = sheet
    ? [text('issue.sheet', { number: sheet.number || sheet.name }), floorName(plan, viewportOf(sheet).floor)]
    : [floorName(plan, lens.floor)];
  if (states !== 'both') parts.push(text(`issue.states.${states}`));
  if (alone && sheet) parts.push(text('issue.ownLayers'));
  else if (alone) parts.push(text('issue.alone', { layer: alone.name }));
  if (sheet && !lens.coverage && hasCameras(plan, viewportOf(sheet).floor))
    parts.push(text('issue.coverage'));
  const notPrinted = sheet ? [] : unprinted({ plan, view });
  if (notPrinted.length > 0) parts.push(text('issue.notPrinted', { layers: notPrinted.join(', ') }));
  const page = sheet
    ? text('issue.page', { scale: viewportOf(sheet).scale.toLocaleString('en'), paper: sheet.paper })
    : text('issue.noSheet');
  return [...parts, page].join(', ');
}

const hasCameras = (plan: Plan, floor: IdOf<'floor'>): boolean =>
  [...plan.tables.camera.values()].some((camera) => camera.floor === floor);

const floorName = (plan: Plan, floor: IdOf<'floor'>): string => getRecord(plan, floor)?.name ?? '';

/** The names of the layers that the window shows and paper does not. */
function unprinted({ plan, view }: Seen): readonly string[] {
  const shown = lensOfWindow({ plan, view }).layers;
  const left = layersWhere(plan, ({ id, printed }) => !printed && (shown?.has(id) ?? true));
  return inOrder(plan, 'layer').flatMap(({ id, name }) => (left.has(id) ? [`“${name}”`] : []));
}
