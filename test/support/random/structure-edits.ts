import { groupRecords, ungroupRecords } from '../../../core/operations/groups/group-records.ts';
import { setSettings } from '../../../core/operations/set-settings.ts';
import { addStructure, type StructureKind } from '../../../core/operations/structure/add-structure.ts';
import { deleteStructure } from '../../../core/operations/structure/delete-structure.ts';
import { frameSheet } from '../../../core/operations/structure/frame-sheet.ts';
import { renameStructure } from '../../../core/operations/structure/rename-structure.ts';
import { reorderStructure } from '../../../core/operations/structure/reorder-structure.ts';
import { membersOf } from '../../../core/plan/parts/groups.ts';
import { newViewport } from '../../../core/plan/parts/viewports.ts';
import { getRecord, type Plan, recordsOf } from '../../../core/plan/plan.ts';
import { among, type Choice, type OperationEdits, pick, pickId, pickMany, place } from './choice.ts';
import { randomField } from './field-value.ts';

/** The first record that is in a group. */
function groupedIn(plan: Plan) {
  const [group] = plan.tables.group.keys();
  return group ? membersOf(plan, group).slice(0, 1) : [];
}

const structureKinds: readonly StructureKind[] = ['floor', 'layer', 'phase', 'sheet'];

function pickStructure(plan: Plan, { picks: [number = 0] }: Choice) {
  return pickId(plan, among(structureKinds, number), number);
}

const names = ['Floor', ' Ground ', '', '   ', 'x'.repeat(300)];

/** The operations on what gives a plan its structure: settings, floors, layers, phases, sheets and groups. */
export const structureEdits: OperationEdits = {
  addStructure: {
    sheet: (plan, choice, newId) => {
      const { floor, layer } = place(plan, choice);
      const layers = choice.flag ? [layer] : null;
      const viewport = newViewport({ centre: choice.point, floor, layers, rotation: choice.angle });
      return addStructure(plan, 'sheet', { id: newId('sheet'), name: 'S', viewports: [viewport] });
    },
    floor: (plan, { picks: [number = 0] }, newId) =>
      addStructure(plan, 'floor', { id: newId('floor'), name: among(names, number) }),
    layer: (plan, { picks: [number = 0] }, newId) =>
      addStructure(plan, 'layer', { id: newId('layer'), name: 'Layer', locked: number % 6 === 0 }),
    phase: (plan, _choice, newId) => addStructure(plan, 'phase', { id: newId('phase'), name: 'Phase' }),
  },
  frameSheet: {
    frame: (plan, { picks: [number = 0], point, angle, flag }) => {
      const sheet = pick(plan, 'sheet', number);
      return (
        sheet && frameSheet(plan, sheet.id, flag ? { centre: point } : { rotation: angle, scale: number + 1 })
      );
    },
  },
  renameStructure: {
    rename: (plan, choice) => {
      const id = pickStructure(plan, choice);
      return id && renameStructure(plan, id, among(names, choice.picks.at(-1) ?? 0));
    },
  },
  reorderStructure: {
    reorder: (plan, choice) => {
      const id = pickStructure(plan, choice);
      return id && reorderStructure(plan, id, choice.flag ? choice.length : (choice.picks[0] ?? 0) % 5);
    },
  },
  // The newest is the likeliest to be empty.
  deleteStructure: {
    deleteFloor: (plan, { picks: [number = 0], flag }) => {
      const floor = pickId(plan, 'floor', flag ? plan.tables.floor.size - 1 : number);
      return floor && deleteStructure(plan, floor);
    },
    deleteLayer: (plan, { picks: [number = 0], flag }) => {
      const layer = pickId(plan, 'layer', flag ? plan.tables.layer.size - 1 : number);
      return layer && deleteStructure(plan, layer);
    },
    deleteOther: (plan, choice) => {
      const id = pickStructure(plan, choice);
      return id && deleteStructure(plan, id);
    },
  },
  setSettings: {
    settings: (plan, { angle, flag }) =>
      setSettings(plan, { north: angle, displayUnit: flag ? 'm' : 'ft-in' }),
    anySetting: (plan, choice) => {
      const fields = randomField('settings', choice);
      return fields && setSettings(plan, fields);
    },
  },
  groupRecords: {
    group: (plan, { picks }, newId) => {
      const grouping = { id: newId('group'), name: 'Group', within: null };
      return groupRecords(plan, pickMany(plan, picks), grouping);
    },
    groupWithin: (plan, { picks }, newId) => {
      const within = pick(plan, 'group', picks[0] ?? 0);
      const members = within ? membersOf(plan, within.id).slice(0, 2) : [];
      return within && groupRecords(plan, members, { id: newId('group'), name: 'Group', within: within.id });
    },
  },
  ungroupRecords: {
    ungroup: (plan, { picks }) => ungroupRecords(plan, [...pickMany(plan, picks), ...groupedIn(plan)], null),
    ungroupWithin: (plan, { picks }) => {
      const [number = 0] = picks;
      const inner = [...recordsOf(plan, 'group')].filter(({ parent }) => parent !== null);
      // Seldom met by chance: groups within groups are few.
      const parent = inner.length > 0 ? among(inner, number).parent : null;
      const within = (parent && getRecord(plan, parent)) ?? pick(plan, 'group', number);
      return within && ungroupRecords(plan, membersOf(plan, within.id), within.id);
    },
  },
};
