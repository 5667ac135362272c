import { type AdviceChoice, adviceQuestion, carriesCameras } from '../../core/analysis/advice/ask-advice.ts';
import { MOST_CAMERAS } from '../../core/analysis/advice/question.ts';
import { bundledCameras } from '../../core/catalogue/cameras/bundled-cameras.ts';
import { cameraFieldsOf } from '../../core/catalogue/cameras/camera-fields.ts';
import type { RecordOf } from '../../core/plan/kinds/index.ts';
import { getRecord, isKind } from '../../core/plan/plan.ts';
import { text } from '../messages/text.ts';
import type { Command, CommandScope, WhyNot, WhyNotScope } from './command.ts';
import { choiceIn, type FormValues, numberIn, textIn } from './values-form.ts';

const places = ['wall', 'pole', 'both', 'path'] as const;

function zonesIn({ editor }: WhyNotScope): readonly RecordOf<'coverageZone'>[] {
  return [...editor.selection].flatMap((id) => {
    const record = getRecord(editor.plan, id);
    return record && isKind(record, 'coverageZone') ? [record] : [];
  });
}

const needsZone: WhyNot = (scope) => {
  const { length } = zonesIn(scope);
  if (length === 0) return 'whyNot.noZone';
  return length > 1 ? 'whyNot.severalZones' : null;
};

/** The cameras of the catalogue; it is bundled, and a test reads it. */
function catalogue() {
  const cameras = bundledCameras();
  if (!cameras.ok) throw new Error(cameras.error);
  return cameras.value;
}

function suggest(scope: CommandScope, zone: RecordOf<'coverageZone'>, values: FormValues): string | null {
  const { plan, selection } = scope.editor;
  const camera = catalogue()[Number(textIn(values, 'camera'))];
  if (!camera) throw new Error('The form has no such camera.');
  const place = choiceIn(values, 'on', places);
  const paths = place === 'path' ? [...selection].filter((id) => carriesCameras(plan, id)) : [];
  if (place === 'path' && paths.length === 0) return text('advice.noLine');
  const on = { wall: ['wall'], pole: ['pole'], both: ['wall', 'pole'], path: [] } as const;
  const choice: AdviceChoice = {
    zone: zone.id,
    lens: cameraFieldsOf(camera).fields,
    height: numberIn(values, 'height') ?? 0,
    on: on[place],
    paths,
    percent: numberIn(values, 'percent') ?? zone.minimumPercent,
    most: numberIn(values, 'most') ?? MOST_CAMERAS,
  };
  const asked = adviceQuestion(plan, choice);
  if (!asked.ok) return text(`advice.refused.${asked.error}`);
  scope.app.advise({ ...asked.value, choice, plan });
  return null;
}

/** Looks for places of cameras that cover the selected zone. */
export const adviceCommand: Command = {
  id: 'edit.suggestCameras',
  title: 'command.edit.suggestCameras',
  menu: 'edit',
  shortcut: null,
  startsGroup: true,
  whyNot: needsZone,
  run: (scope) => {
    const [zone] = zonesIn(scope);
    if (!zone) return;
    scope.app.ask({
      id: 'edit.suggestCameras',
      title: 'command.edit.suggestCameras',
      button: 'advice.suggest',
      fields: [
        {
          key: 'camera',
          label: 'advice.camera',
          type: 'choice',
          initial: '0',
          options: catalogue().map(({ maker, model }, index) => ({
            id: String(index),
            name: `${maker} ${model}`,
          })),
        },
        {
          key: 'on',
          label: 'advice.on',
          type: 'choice',
          initial: 'both',
          options: places.map((place) => ({ id: place, label: `advice.on.${place}` }) as const),
        },
        { key: 'height', label: 'advice.height', type: 'length', initial: 3, range: [0.1, 100] },
        {
          key: 'percent',
          label: 'advice.percent',
          type: 'count',
          initial: Math.max(Math.round(zone.minimumPercent), 1),
          range: [1, 100],
        },
        {
          key: 'most',
          label: 'advice.most',
          type: 'count',
          initial: null,
          whenEmpty: 'advice.asNeeded',
          range: [1, MOST_CAMERAS],
        },
      ],
      run: (values) => suggest(scope, zone, values),
    });
  },
};
