import type { addGate } from './add-gate.ts';
import type { addOpening } from './add-opening.ts';
import type { addRecord } from './add-record.ts';
import type { addWall } from './add-wall.ts';
import type { addWallChain } from './add-wall-chain.ts';
import type { alignRecords, distributeRecords } from './arrange/align-records.ts';
import type { fitRecords } from './arrange/fit-records.ts';
import type { mirrorRecords } from './arrange/mirror-records.ts';
import type { arrayAlong, arrayAround, arrayInGrid } from './arrays/array-records.ts';
import type { bollardsAlong } from './arrays/bollards-along.ts';
import type { placeAlong } from './arrays/place-along.ts';
import type { deleteRecords } from './delete-records.ts';
import type { duplicateRecords } from './duplicate-records.ts';
import type { copyToFloor } from './floors/copy-to-floor.ts';
import type { moveToFloor } from './floors/move-to-floor.ts';
import type { insertFragment, insertInPlaces } from './fragment/insert-fragment.ts';
import type { groupRecords, ungroupRecords } from './groups/group-records.ts';
import type { moveToLayer } from './layers/move-to-layer.ts';
import type { filletWalls, roundCorners } from './lines/fillet.ts';
import type { joinRecords } from './lines/join-records.ts';
import type { offsetRecords } from './lines/offset-records.ts';
import type { splitRecord } from './lines/split-record.ts';
import type { extendRecord, trimRecord } from './lines/trim-record.ts';
import type { matchProperties } from './match/match-properties.ts';
import type { moveRecords } from './move-records.ts';
import type { orderRecords } from './order/order-records.ts';
import type { rotateRecords } from './rotate-records.ts';
import type { setSettings } from './set-settings.ts';
import type { addStructure } from './structure/add-structure.ts';
import type { deleteStructure } from './structure/delete-structure.ts';
import type { frameSheet } from './structure/frame-sheet.ts';
import type { renameStructure } from './structure/rename-structure.ts';
import type { reorderStructure } from './structure/reorder-structure.ts';
import type { renumberTags } from './tags/renumber-tags.ts';
import type { calibrateUnderlay } from './underlay/calibrate-underlay.ts';
import type { placeUnderlay } from './underlay/place-underlay.ts';
import type { updateRecord, updateRecords } from './update-records.ts';
import type { addVertex } from './vertices/add-vertex.ts';
import type { moveVertex } from './vertices/move-vertex.ts';
import type { removeVertex } from './vertices/remove-vertex.ts';
import type { addWallRectangle } from './walls/add-wall-rectangle.ts';
import type { makeRooms } from './walls/make-rooms.ts';
import type { moveWithJoints } from './walls/move-with-joints.ts';
import type { bendWall, moveWallEnds } from './walls/reshape-wall.ts';

/** Every operation; one that is missing fails test/core/operations/all-operations.test.ts. */
type Operations = {
  addGate: typeof addGate;
  addOpening: typeof addOpening;
  addRecord: typeof addRecord;
  addStructure: typeof addStructure;
  addVertex: typeof addVertex;
  addWall: typeof addWall;
  addWallChain: typeof addWallChain;
  addWallRectangle: typeof addWallRectangle;
  alignRecords: typeof alignRecords;
  arrayAlong: typeof arrayAlong;
  arrayAround: typeof arrayAround;
  arrayInGrid: typeof arrayInGrid;
  bendWall: typeof bendWall;
  bollardsAlong: typeof bollardsAlong;
  calibrateUnderlay: typeof calibrateUnderlay;
  copyToFloor: typeof copyToFloor;
  deleteRecords: typeof deleteRecords;
  deleteStructure: typeof deleteStructure;
  distributeRecords: typeof distributeRecords;
  duplicateRecords: typeof duplicateRecords;
  extendRecord: typeof extendRecord;
  filletWalls: typeof filletWalls;
  fitRecords: typeof fitRecords;
  frameSheet: typeof frameSheet;
  groupRecords: typeof groupRecords;
  insertFragment: typeof insertFragment;
  insertInPlaces: typeof insertInPlaces;
  joinRecords: typeof joinRecords;
  makeRooms: typeof makeRooms;
  matchProperties: typeof matchProperties;
  mirrorRecords: typeof mirrorRecords;
  moveRecords: typeof moveRecords;
  moveToFloor: typeof moveToFloor;
  moveToLayer: typeof moveToLayer;
  moveVertex: typeof moveVertex;
  moveWallEnds: typeof moveWallEnds;
  moveWithJoints: typeof moveWithJoints;
  offsetRecords: typeof offsetRecords;
  orderRecords: typeof orderRecords;
  placeAlong: typeof placeAlong;
  placeUnderlay: typeof placeUnderlay;
  removeVertex: typeof removeVertex;
  renameStructure: typeof renameStructure;
  renumberTags: typeof renumberTags;
  reorderStructure: typeof reorderStructure;
  rotateRecords: typeof rotateRecords;
  roundCorners: typeof roundCorners;
  setSettings: typeof setSettings;
  splitRecord: typeof splitRecord;
  trimRecord: typeof trimRecord;
  ungroupRecords: typeof ungroupRecords;
  updateRecord: typeof updateRecord;
  updateRecords: typeof updateRecords;
};

// Asked of the failed half alone: of the other one any error would be inferred.
type RefusalOf<Answer> = Answer extends { readonly ok: false; readonly error: infer Refusal }
  ? Refusal
  : never;

/** Why an operation refuses: the reasons of all of them, by name. */
export type OperationRefusals = {
  readonly [O in keyof Operations]: RefusalOf<ReturnType<Operations[O]>>;
};

/** Why any operation of the product refuses. */
export type OperationRefusal = OperationRefusals[keyof Operations];
