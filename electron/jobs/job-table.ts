import { type Job, job } from './job.ts';

/**
 * THE list of jobs: all long work, named as methods of the contract are. A new one is a file with its work and
 * one entry; each can be cancelled and says how far it is, see `shownJobs` for those that the window shows.
 */
export const jobTable = {
  'export.write': job(
    {
      noun: 'export',
      whileAnother: 'Wait for it, or cancel it.',
      afterCancel: 'Nothing was written.',
      afterEnd: 'The plan itself is untouched.',
      mostMegabytes: 3000,
      mostMinutes: 30,
    },
    async () => (await import('./export-job.ts')).exportJob,
  ),
  'import.read': job(
    {
      noun: 'reading of the file',
      whileAnother: 'Wait for it, or cancel it.',
      afterCancel: 'Nothing was stored.',
      afterEnd: 'Nothing was stored. Divide the file, or cut it to the site first.',
      mostMegabytes: 2500,
      mostMinutes: 10,
    },
    async () => (await import('./read-file-job.ts')).readFileJob,
  ),
  'import.bringIn': job(
    {
      noun: 'reading of the file',
      whileAnother: 'Wait for it, or cancel it.',
      afterCancel: 'Nothing was brought in.',
      afterEnd: 'Nothing was brought in. Divide the file, or cut it to the site first.',
      mostMegabytes: 2500,
      mostMinutes: 10,
    },
    async () => (await import('./bring-in-job.ts')).bringInJob,
  ),
  'catalogue.read': job(
    {
      noun: 'reading of the file',
      whileAnother: 'Wait for it.',
      afterCancel: 'Nothing was taken over.',
      afterEnd: 'Nothing was taken over. Cut the file to what you need first.',
      mostMegabytes: 1500,
      mostMinutes: 2,
    },
    async () => (await import('./read-catalogue-job.ts')).readCatalogueJob,
  ),
  'pictures.upright': job(
    {
      noun: 'decoding of pictures',
      whileAnother: 'Wait for it.',
      afterCancel: 'Nothing was changed.',
      afterEnd: 'Not all pictures of the plan are shown.',
      mostMegabytes: 3000,
      mostMinutes: 10,
    },
    async () => (await import('./upright-pictures-job.ts')).uprightPicturesJob,
  ),
  'clipboard.read': job(
    {
      noun: 'reading of the copied records',
      whileAnother: 'Wait for it.',
      afterCancel: 'Nothing was pasted or kept.',
      afterEnd: 'Copy fewer records.',
      mostMegabytes: 1500,
      mostMinutes: 5,
    },
    async () => (await import('./read-copied-job.ts')).readCopiedJob,
  ),
  'storage.backUp': job(
    {
      noun: 'backup',
      whileAnother: 'Wait for it.',
      afterCancel: 'The earlier backups are untouched.',
      afterEnd: 'The plans and the earlier backups are untouched. Try again.',
      mostMegabytes: 1000,
      mostMinutes: 10,
    },
    async () => (await import('./storage-jobs.ts')).backupJob,
  ),
  'storage.check': job(
    {
      noun: 'check of the database',
      whileAnother: 'Wait for it.',
      afterCancel: 'Nothing was changed.',
      afterEnd: 'Nothing was changed.',
      mostMegabytes: 1000,
      mostMinutes: 10,
    },
    async () => (await import('./storage-jobs.ts')).checkJob,
  ),
  'storage.planState': job(
    {
      noun: 'search for a damaged plan in the backups',
      whileAnother: 'Wait for it.',
      afterCancel: 'Nothing was changed.',
      afterEnd: 'Nothing was changed. Open the plan again.',
      mostMegabytes: 2000,
      mostMinutes: 10,
    },
    async () => (await import('./storage-jobs.ts')).planStateJob,
  ),
  'storage.restorePlan': job(
    {
      noun: 'restoring of a plan',
      whileAnother: 'Wait for it.',
      afterCancel: 'Nothing was changed.',
      afterEnd: 'Nothing was changed. Open the plan again.',
      mostMegabytes: 2000,
      mostMinutes: 10,
    },
    async () => (await import('./storage-jobs.ts')).restorePlanJob,
  ),
  'storage.bringUpToDate': job(
    {
      noun: 'bringing up to date of a plan',
      whileAnother: 'Wait for it.',
      afterCancel: 'Nothing was changed.',
      afterEnd: 'Nothing was changed. Open the plan again.',
      mostMegabytes: 2500,
      mostMinutes: 10,
    },
    async () => (await import('./storage-jobs.ts')).reformatJob,
  ),
  'storage.count': job(
    {
      noun: 'counting of the plans',
      whileAnother: 'Wait for it.',
      afterCancel: 'Nothing was changed.',
      afterEnd: 'Nothing was changed; what lists show of some plans is not known until the next start.',
      mostMegabytes: 2000,
      mostMinutes: 10,
    },
    async () => (await import('./storage-jobs.ts')).countJob,
  ),
  'storage.offers': job(
    {
      noun: 'look at the copies of the database',
      whileAnother: 'Wait for it.',
      afterCancel: 'Nothing was changed.',
      afterEnd: 'Nothing was changed.',
      mostMegabytes: 1000,
      mostMinutes: 10,
    },
    async () => (await import('./storage-jobs.ts')).offersJob,
  ),
  'storage.restoreBackup': job(
    {
      noun: 'restoring of a copy',
      whileAnother: 'Wait for it.',
      afterCancel: 'Nothing was deleted.',
      afterEnd: 'Nothing was deleted: start Sallyport again and choose a copy.',
      mostMegabytes: 2000,
      mostMinutes: 20,
    },
    async () => (await import('./storage-jobs.ts')).restoreJob,
  ),
} as const;

type Table = typeof jobTable;
export type JobName = keyof Table;
export type RequestOf<J extends JobName> =
  Table[J] extends Job<infer Request, infer _V, infer _P> ? Request : never;
export type ValueOf<J extends JobName> =
  Table[J] extends Job<infer _R, infer Value, infer _P> ? Value : never;
export type PartOf<J extends JobName> = Table[J] extends Job<infer _R, infer _V, infer Part> ? Part : never;
