import type { EventName, FileMethodName, MethodName } from './contract.ts';

/** The keys of the contract, without its schemas: the preload script stays small. A test compares them. */
export const methodNames = [
  'app.info',
  'app.settings',
  'app.setSetting',
  'app.quit',
  'sites.list',
  'sites.create',
  'sites.rename',
  'sites.moveToTrash',
  'sites.restore',
  'plans.create',
  'plans.open',
  'plans.records',
  'plans.steps',
  'plans.changes',
  'plans.save',
  'plans.history',
  'plans.rename',
  'plans.duplicate',
  'plans.moveToTrash',
  'plans.restore',
  'files.import',
  'files.takeDropped',
  'files.cancelReading',
  'files.openSample',
  'files.choosePicture',
  'files.addSamplePicture',
  'files.export',
  'files.cancelExport',
  'storage.status',
  'storage.restoreBackup',
  'storage.startEmpty',
  'storage.useOlder',
  'storage.backUp',
  'storage.planState',
  'storage.restorePlan',
  'clipboard.write',
  'clipboard.read',
  'templates.list',
  'templates.save',
  'templates.rename',
  'templates.remove',
  'window.setMenu',
  'window.setUnsaved',
  'window.setZoom',
  'window.closeNow',
] as const satisfies readonly MethodName[];

/** The keys of the events that main sends. */
export const eventNames = [
  'command.run',
  'window.closing',
  'plan.openRequested',
  'app.message',
  'export.progressed',
  'reading.progressed',
  'storage.changed',
] as const satisfies readonly EventName[];

/** Those of them that the page calls with a file. */
export const fileMethodNames = ['files.takeDropped'] as const satisfies readonly FileMethodName[];
