import { moveToLayer } from '../../../core/operations/layers/move-to-layer.ts';
import { type FieldsOf, updateRecords } from '../../../core/operations/update-records.ts';
import type { IdOf } from '../../../core/plan/kinds/index.ts';
import { isOffSheet } from '../../editor/window-lens.ts';
import { takeOrTell } from '../answer.ts';
import type { Command, CommandScope } from '../command.ts';
import { selectedRecords } from '../modify/answer.ts';
import { always, needsSelection } from '../why-not.ts';

type Layer = IdOf<'layer'>;

/** The layers of what is selected; the active one when nothing is. */
function layersMeant(scope: CommandScope): readonly Layer[] {
  const layers = new Set(selectedRecords(scope).map(({ layer }) => layer));
  return layers.size > 0 ? [...layers] : [scope.editor.view.drawing.layer];
}

function change(scope: CommandScope, layers: readonly Layer[], fields: FieldsOf<'layer'>): void {
  const result = updateRecords(scope.editor.plan, layers, fields);
  takeOrTell(scope, { label: 'edit.layer', result });
}

/** Shows one layer alone, which is then worked on; again, what was shown before. */
function isolate(scope: CommandScope): void {
  const { editor } = scope;
  const [only, ...others] = layersMeant(scope);
  const layer = only === undefined || others.length > 0 ? editor.view.drawing.layer : only;
  if (editor.view.lens.isolated !== null) editor.show({ lens: { isolated: null } });
  else editor.show({ lens: { isolated: layer }, drawing: { layer } });
}

/** What is shown and may be changed, layer by layer. */
export const layerViewCommands: readonly Command[] = [
  {
    id: 'view.isolateLayer',
    title: 'command.view.isolateLayer',
    menu: 'view',
    shortcut: 'Shift+I',
    startsGroup: true,
    whyNot: always,
    isOn: ({ editor }) => editor.view.lens.isolated !== null,
    run: isolate,
  },
  {
    id: 'view.hideLayers',
    title: 'command.view.hideLayers',
    menu: 'view',
    shortcut: 'Shift+K',
    whyNot: always,
    run: (scope) => change(scope, layersMeant(scope), { visible: false }),
  },
  {
    id: 'view.lockLayers',
    title: 'command.view.lockLayers',
    menu: 'view',
    shortcut: 'CmdOrCtrl+Shift+L',
    whyNot: always,
    run: (scope) => change(scope, layersMeant(scope), { locked: true }),
  },
  {
    id: 'view.showLayers',
    title: 'command.view.showLayers',
    menu: 'view',
    shortcut: 'Shift+L',
    whyNot: always,
    run: (scope) => {
      const { editor } = scope;
      const layers = [...editor.plan.tables.layer.keys()];
      editor.show({ lens: { isolated: null } });
      change(scope, layers, { visible: true });
      // The frame of a sheet that leaves some of them out goes.
      if (layers.some((layer) => isOffSheet(editor, layer))) editor.show({ lens: { sheet: null } });
    },
  },
];

/** Puts what is selected on the layer that is worked on. */
export const moveToLayerCommand: Command = {
  id: 'edit.moveToLayer',
  title: 'command.edit.moveToLayer',
  menu: 'edit',
  shortcut: 'CmdOrCtrl+E',
  whyNot: needsSelection,
  run: (scope) => {
    const { plan, selection, view } = scope.editor;
    takeOrTell(scope, {
      label: 'edit.moveToLayer',
      result: moveToLayer(plan, selection, view.drawing.layer),
    });
  },
};
