import { arrayAlong, arrayAround, arrayInGrid } from '../../../core/operations/arrays/array-records.ts';
import { bollardsAlong } from '../../../core/operations/arrays/bollards-along.ts';
import { facings } from '../../../core/operations/arrays/facing.ts';
import { placeAlong } from '../../../core/operations/arrays/place-along.ts';
import { aimedKinds } from '../../../core/plan/kinds/definition.ts';
import { gateSizes } from '../../../core/plan/kinds/gate.ts';
import { type Kind, type PlacedRecord, planKinds } from '../../../core/plan/kinds/index.ts';
import { openingSizes } from '../../../core/plan/kinds/opening.ts';
import { isPlacedKind } from '../../../core/plan/plan.ts';
import { lineOfRecord } from '../../../core/plan/record-line.ts';
import { boundsOfRecords } from '../../../core/plan/shape.ts';
import type { Editor } from '../../editor/editor.ts';
import type { CommandScope, WhyNot } from '../command.ts';
import { newId } from '../new-id.ts';
import { choiceIn, type FormValues, type NumberFormField, numberIn } from '../values-form.ts';
import { firstOf, needsSelection } from '../why-not.ts';
import { asking, selectedRecords } from './answer.ts';

const isHost = (record: PlacedRecord): boolean => lineOfRecord(record) !== null;

/** The one selected record that has a line, and the others. */
function hostAndOthers(scope: CommandScope) {
  const records = selectedRecords(scope);
  const host = records.find(isHost);
  if (!host || records.findLast(isHost) !== host) return null;
  return { host, others: records.filter((record) => record !== host) };
}

/** Of a command that goes along the only line that is selected. */
const needsOneLine: WhyNot = (scope) => {
  const records = selectedRecords(scope);
  const host = records.find(isHost);
  if (!host) return needsSelection(scope) ?? 'whyNot.noLine';
  return records.findLast(isHost) === host ? null : 'whyNot.severalLines';
};

const needsLineAlone = firstOf(needsOneLine, ({ editor }) =>
  editor.selection.size === 1 ? null : 'whyNot.lineNotAlone',
);
const needsLineAndOthers = firstOf(needsOneLine, ({ editor }) =>
  editor.selection.size > 1 ? null : 'whyNot.nothingBesideLine',
);

// The kinds that a person may place along something, in the order of their use.
const alongKinds: readonly Kind[] = [
  ...(['camera', 'post', 'opening', 'gate'] as const),
  ...aimedKinds.filter((kind) => kind !== 'camera' && kind !== 'post'),
];

/** The kinds that can stand along a record: openings in a wall alone, gates in a fence alone. */
function kindsAlong(host: PlacedRecord): readonly Kind[] {
  const isWall = host.id.startsWith('wall:');
  const isFence = host.id.startsWith('fence:');
  return alongKinds.filter((kind) => (kind !== 'opening' || isWall) && (kind !== 'gate' || isFence));
}

const toolKinds: Readonly<Record<string, Kind>> = { 'place-opening': 'opening', 'place-gate': 'gate' };

/** The kind that the armed tool places, where it can stand along the record; else the first that can. */
function likelyKind({ tool }: Editor, host: PlacedRecord): Kind {
  const kinds = kindsAlong(host);
  const armed = toolKinds[tool.id] ?? tool.id.replace('place-', '');
  return kinds.find((kind) => kind === armed) ?? (kinds.includes('opening') ? 'opening' : 'camera');
}

/** What is armed for a kind, with the sizes that its type brings, on the floor of its host. */
function prototypeOf({ view }: Editor, kind: Kind, host: PlacedRecord) {
  const armed: Readonly<Record<string, unknown>> =
    (view.armed.records as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[kind] ?? {};
  const openingType = (armed.type ?? planKinds.opening.defaults.type) as keyof typeof openingSizes;
  const gateUse = (armed.use ?? planKinds.gate.defaults.use) as keyof typeof gateSizes;
  const sizes = kind === 'opening' ? openingSizes[openingType] : kind === 'gate' ? gateSizes[gateUse] : {};
  return { kind, fields: { ...sizes, ...armed, floor: host.floor, layer: view.drawing.layer } };
}

const runFields: readonly NumberFormField[] = [
  { key: 'start', label: 'form.start', type: 'length', initial: 0, range: [0, 1e6] },
  {
    key: 'spacing',
    label: 'form.spacing',
    type: 'length',
    initial: 10,
    range: [0.01, 1e6],
    whenEmpty: 'form.spacing.even',
  },
  {
    key: 'count',
    label: 'form.count',
    type: 'count',
    initial: null,
    range: [1, 2000],
    whenEmpty: 'form.count.toEnd',
  },
];

const runOf = (values: FormValues) => ({
  start: numberIn(values, 'start') ?? 0,
  spacing: numberIn(values, 'spacing'),
  count: numberIn(values, 'count'),
});

const facingField = {
  key: 'facing',
  label: 'form.facing',
  type: 'choice',
  initial: 'outward',
  options: facings.map((id) => ({ id, label: `form.facing.${id}` as const })),
} as const;

const placeAlongCommand = asking({
  id: 'modify.placeAlong',
  title: 'command.modify.placeAlong',
  shortcut: 'Shift+P',
  startsGroup: true,
  whyNot: needsLineAlone,
  form: (scope) => {
    const host = hostAndOthers(scope)?.host;
    const kinds = host ? kindsAlong(host) : [];
    const options = kinds.filter(isPlacedKind).map((kind) => ({ id: kind, label: `kind.${kind}` as const }));
    const initial = host ? likelyKind(scope.editor, host) : 'camera';
    return {
      button: 'form.place',
      fields: [
        ...runFields,
        facingField,
        { key: 'kind', label: 'form.kind', type: 'choice', initial, options, isFresh: true },
      ],
    };
  },
  answer: (scope, values) => {
    const host = hostAndOthers(scope)?.host;
    if (!host) return { label: 'edit.placeAlong', result: { ok: false, error: 'no-path' } };
    const kind = choiceIn(values, 'kind', kindsAlong(host));
    const result = placeAlong(scope.editor.plan, host.id, {
      prototype: prototypeOf(scope.editor, kind, host),
      run: runOf(values),
      facing: choiceIn(values, 'facing', facings),
      newId,
    });
    return { label: 'edit.placeAlong', result };
  },
});

const bollardsAlongCommand = asking({
  id: 'modify.bollardsAlong',
  title: 'command.modify.bollardsAlong',
  shortcut: 'Shift+Y',
  whyNot: needsLineAlone,
  form: ({ editor }) => ({
    button: 'form.place',
    fields: [
      {
        key: 'spacing',
        label: 'form.bollardSpacing',
        type: 'length',
        initial: editor.view.armed.records.bollards?.spacing ?? planKinds.bollards.defaults.spacing,
        range: [0.3, 100],
      },
    ],
  }),
  answer: (scope, values) => {
    const { plan, view } = scope.editor;
    const host = hostAndOthers(scope)?.host;
    if (!host) return { label: 'edit.bollardsAlong', result: { ok: false, error: 'no-path' } };
    const spacing = numberIn(values, 'spacing') ?? planKinds.bollards.defaults.spacing;
    const fields = { ...view.armed.records.bollards, layer: view.drawing.layer };
    const result = bollardsAlong(plan, host.id, { spacing, fields, newId });
    return { label: 'edit.bollardsAlong', result, selectsNew: true };
  },
});

const arrayAlongCommand = asking({
  id: 'modify.arrayAlong',
  title: 'command.modify.arrayAlong',
  whyNot: needsLineAndOthers,
  form: () => ({ button: 'form.repeat', fields: [...runFields, facingField] }),
  answer: (scope, values) => {
    const both = hostAndOthers(scope);
    if (!both) return { label: 'edit.array', result: { ok: false, error: 'no-path' } };
    const along = { host: both.host.id, run: runOf(values), facing: choiceIn(values, 'facing', facings) };
    const ids = both.others.map(({ id }) => id);
    return { label: 'edit.array', result: arrayAlong(scope.editor.plan, ids, { along, newId }) };
  },
});

const arrayGridCommand = asking({
  id: 'modify.arrayGrid',
  title: 'command.modify.arrayGrid',
  shortcut: 'Shift+A',
  whyNot: needsSelection,
  form: () => ({
    button: 'form.repeat',
    fields: [
      { key: 'columns', label: 'form.columns', type: 'count', initial: 2, range: [1, 1000] },
      { key: 'stepX', label: 'form.stepX', type: 'length', initial: 5 },
      { key: 'rows', label: 'form.rows', type: 'count', initial: 1, range: [1, 1000] },
      { key: 'stepY', label: 'form.stepY', type: 'length', initial: 5 },
    ],
  }),
  answer: (scope, values) => {
    const step = { x: numberIn(values, 'stepX') ?? 0, y: numberIn(values, 'stepY') ?? 0 };
    const grid = { columns: numberIn(values, 'columns') ?? 1, rows: numberIn(values, 'rows') ?? 1, step };
    const result = arrayInGrid(scope.editor.plan, [...scope.editor.selection], { grid, newId });
    return { label: 'edit.array', result, selectsNew: true };
  },
});

const arrayAroundCommand = asking({
  id: 'modify.arrayAround',
  title: 'command.modify.arrayAround',
  whyNot: needsSelection,
  form: ({ editor }) => {
    const box = boundsOfRecords(editor.plan, editor.selection);
    return {
      button: 'form.repeat',
      fields: [
        { key: 'count', label: 'form.countInAll', type: 'count', initial: 6, range: [2, 1000] },
        { key: 'sweep', label: 'form.sweep', type: 'angle', initial: 2 * Math.PI, range: [-7, 7] },
        { key: 'x', label: 'form.centreX', type: 'length', initial: box?.minX ?? 0 },
        { key: 'y', label: 'form.centreY', type: 'length', initial: box?.minY ?? 0 },
      ],
    };
  },
  answer: (scope, values) => {
    const centre = { x: numberIn(values, 'x') ?? 0, y: numberIn(values, 'y') ?? 0 };
    const circle = { centre, count: numberIn(values, 'count') ?? 2, sweep: numberIn(values, 'sweep') ?? 0 };
    const result = arrayAround(scope.editor.plan, [...scope.editor.selection], { circle, newId });
    return { label: 'edit.array', result };
  },
});

export const arrayCommands = [
  placeAlongCommand,
  bollardsAlongCommand,
  arrayAlongCommand,
  arrayGridCommand,
  arrayAroundCommand,
];
