import type { ImportReport } from '../../core/contract/shapes.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import type { AnyId } from '../../core/plan/kinds/index.ts';
import { isPlacedKind, kindOf } from '../../core/plan/plan.ts';
import { ok } from '../../core/result.ts';
import { takeOrTell } from '../commands/answer.ts';
import type { AppActions } from '../commands/command.ts';
import { zoomToRecords } from '../commands/show-records.ts';
import type { Editor } from '../editor/editor.ts';
import { layerRefusal } from '../editor/gestures/answer.ts';
import type { Refusal } from '../editor/refusal.ts';
import { sentenceOf } from '../messages/refusals.ts';
import { text } from '../messages/text.ts';
import { type ImportCalls, type ReadingInto, readIntoPlan } from '../storage/read-into-plan.ts';
import type { AskMapping } from './mapping/mapping-question.ts';
import { asSent, mappingFor } from './mapping/receive-map.ts';
import type { Session } from './session.ts';

/**
 * Asks for a file and brings what it draws into the open plan as one edit, selected and shown, with the report of it.
 *
 * Into the plan as it is when the file was chosen: where that is changed or closed meanwhile, nothing comes of it.
 */
export async function bringIn(
  { editor, autosave }: Pick<Session, 'editor' | 'autosave'>,
  setup: { readonly app: AppActions; readonly bridge: ImportCalls; readonly ask: AskMapping },
): Promise<void> {
  const { app, bridge } = setup;
  // Said before anybody looks for a file.
  const refusal = layerRefusal(editor);
  if (refusal) return app.tell(sentenceOf(refusal));
  const chosen = await bridge['import.choose']({});
  if (!chosen.ok) return tellUnlessCancelled(chosen.error, app);
  const { id, name } = chosen.value;
  const { plan, read } = await readOrAsk(id, editor, setup);
  if (autosave.isClosed) return app.tell(text('bringIn.closed', { name }), { tone: 'fail' });
  if (!read.ok) return tellUnlessCancelled(read.error, app);
  if (editor.plan !== plan) return app.tell(text('bringIn.changed', { name }), { tone: 'fail' });
  const { diff, report } = read.value;
  if (read.value.refusal !== null) return tellNothing(name, read.value.refusal, { report, app });
  if (!takeOrTell({ editor, app }, { label: 'edit.bringIn', result: ok(diff) })) return;
  editor.setTool('select');
  zoomToRecords(editor, newIn(diff));
  tellReport(name, report, app);
}

/** What the file becomes in the plan as it is now; where its features are not understood, a person says what they are. */
async function readOrAsk(
  id: string,
  editor: Editor,
  { bridge, ask }: { readonly bridge: ImportCalls; readonly ask: AskMapping },
) {
  const readWith = async (mapping: ReadingInto['mapping']) => {
    const { plan, view, viewport } = editor;
    const place = { floorId: view.lens.floor, layerId: view.drawing.layer, middle: viewport.centre };
    const asked = { id, plan, mapping, ...place };
    return { plan, read: await readIntoPlan(asked, { bridge, id: crypto.randomUUID() }) };
  };
  const first = await readWith(null);
  if (first.read.ok || first.read.error.code !== 'not-understood') return first;
  const said = await mappingFor('part', { bridge, ask });
  return said.ok ? readWith(asSent(said.value.mapping)) : { plan: first.plan, read: said };
}

/** What came in: a room of the plan that new walls divide is in the edit as well. */
function newIn(diff: PlanDiff): readonly AnyId[] {
  return [...diff].flatMap(([id, { before }]) => (before === null && isPlacedKind(kindOf(id)) ? [id] : []));
}

function tellUnlessCancelled(
  { code, message }: { readonly code: string; readonly message: string },
  { tell }: AppActions,
): void {
  // Whoever cancelled it was told so at once.
  if (code !== 'cancelled') tell(message, { tone: 'fail' });
}

type Told = { readonly report: ImportReport; readonly app: AppActions };

function tellNothing(name: string, refusal: Refusal, { report, app }: Told): void {
  const lines = [text('bringIn.nothing', { name, why: sentenceOf(refusal) }), ...report.remarks];
  app.tell(lines.join('\n'), { tone: 'fail', stays: true, topic: 'bringIn' });
}

function tellReport(name: string, { elements, records, remarks }: ImportReport, { tell }: AppActions): void {
  const counted = {
    name,
    records: records.toLocaleString('en'),
    features: elements.toLocaleString('en'),
  };
  const lines = [text('bringIn.done', counted), ...remarks];
  tell(lines.join('\n'), remarks.length > 0 ? { stays: true, topic: 'bringIn' } : { topic: 'bringIn' });
}
