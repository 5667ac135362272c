import type { Args } from '../../../core/contract/contract.ts';
import { formatOf } from '../../../core/contract/formats.ts';
import type { AppError } from '../../../core/contract/method.ts';
import type { IdOf } from '../../../core/plan/kinds/index.ts';
import { isKind } from '../../../core/plan/plan.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { ExportRequest } from '../../jobs/export-job.ts';
import { bytesInSlices } from '../../storage/bytes-in-slices.ts';
import type { Repositories } from '../../storage/repositories.ts';
import { readable } from '../../storage/storage-error.ts';
import type { Store } from '../../storage/store.ts';
import type { HeldPages } from './held-pages.ts';

/** What an export is made of; what is stored is read by its job. */
export type ExportSource = {
  readonly source: ExportRequest['source'];
  readonly planName: string;
  readonly siteName: string;
  /** What the plan, and so the name of its file, is marked with. */
  readonly marking: string | null;
  /** What the sheet is called, when there is one. */
  readonly sheet: string | null;
};

type Given = { readonly store: Store; readonly database: string; readonly held: HeldPages };

/** The plan to export: what the window holds where it says so, else what is stored. No pages are kept after it. */
export async function exportSource(
  given: Given,
  args: Args<'files.export'>,
): Promise<Result<ExportSource, AppError>> {
  if (args.held) return heldSource(given, { ...args, held: args.held });
  given.held.drop();
  const problem = outOfPlace(given.store);
  if (problem) return err(problem);
  const repositories = given.store.repositories();
  return repositories.ok ? storedSource(repositories.value, given.database, args) : repositories;
}

/** Why what lies in the place of the database is not what is stored; null while it is. */
export function outOfPlace(store: Store): AppError | null {
  const { state, message } = store.status();
  return state === 'out-of-place' ? { code: 'refused', message: message ?? '' } : null;
}

/** The record of what is true of a whole plan: of each there is one. */
const SETTINGS: IdOf<'settings'> = 'settings:plan';

function storedSource(
  { parts }: Repositories,
  database: string,
  { planId, sheetId }: Args<'files.export'>,
): Result<ExportSource, AppError> {
  const facts = parts.facts(planId);
  if (!facts.ok) return facts;
  const { summary, siteName } = facts.value;
  const found = sheetId === null ? ok(null) : parts.record(planId, sheetId);
  if (!found.ok) return found;
  const sheet = found.value && isKind(found.value, 'sheet') ? found.value : null;
  const settings = parts.record(planId, SETTINGS);
  if (!settings.ok) return settings;
  return ok({
    source: { database, storedId: planId },
    planName: summary.name,
    siteName,
    marking: settings.value && isKind(settings.value, 'settings') ? settings.value.marking : null,
    sheet: sheet ? sheet.number || sheet.name : null,
  });
}

type HeldArgs = Args<'files.export'> & { readonly held: NonNullable<Args<'files.export'>['held']> };

/** The database is in trouble then: what it does not give is done without. */
async function heldSource({ store, held }: Given, args: HeldArgs): Promise<Result<ExportSource, AppError>> {
  const { planName, siteName, marking, sheet, pictures } = args.held;
  const pages = held.take(args.held);
  if (!pages.ok) return pages;
  const opened = store.repositories();
  const repositories = opened.ok ? opened.value : null;
  const attachments = new Map<string, Uint8Array>();
  for (const sha256 of formatOf(args.format).pictures === 'with' ? new Set(pictures) : []) {
    const parts = readable(() => repositories?.attachments.parts(sha256) ?? null);
    const bytes = await bytesInSlices(parts, sha256);
    if (bytes) attachments.set(sha256, bytes);
  }
  // A file of what was received beside another plan names that one: without it the plan's own id is as good,
  // since what is read in again under it is compared, and kept beside what is stored.
  const facts = readable(() => repositories?.parts.facts(args.planId) ?? null);
  const fileId = facts?.ok ? facts.value.fileId : args.planId;
  const source = { planId: fileId, planName, siteName, pages: pages.value, attachments };
  return ok({ source, planName, siteName, marking, sheet });
}
