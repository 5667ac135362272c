import type { Args } from '../../../core/contract/contract.ts';
import { formatOf } from '../../../core/contract/formats.ts';
import type { AppError } from '../../../core/contract/method.ts';
import type { IdOf } from '../../../core/plan/kinds/index.ts';
import { type Plan, recordsOf } from '../../../core/plan/plan.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { ExportRequest } from '../../jobs/export-job.ts';
import { damagedPicture } from '../../output/damaged-picture.ts';
import type { Repositories } from '../../storage/repositories.ts';
import { readable } from '../../storage/storage-error.ts';
import type { Store } from '../../storage/store.ts';
import type { HeldPages } from './held-pages.ts';

/** What an export is made of. */
export type ExportSource = {
  readonly parcel: ExportRequest['parcel'];
  /** What the sheet is called, when there is one. */
  readonly sheet: string | null;
  /** One sentence about each picture that is not in it. */
  readonly remarks: readonly string[];
};

type Given = { readonly store: Store; readonly held: HeldPages };

/** The plan to export: what the window holds where it says so, else what is stored. No pages are kept after it. */
export function exportSource(
  { store, held }: Given,
  args: Args<'files.export'>,
): Result<ExportSource, AppError> {
  if (args.held) return heldSource({ store, held }, { ...args, held: args.held });
  held.drop();
  const repositories = store.repositories();
  return repositories.ok ? storedSource(repositories.value, args) : repositories;
}

function storedSource(
  { plans, attachments }: Repositories,
  { planId, sheetId, format }: Args<'files.export'>,
): Result<ExportSource, AppError> {
  const stored = plans.load(planId);
  if (!stored.ok) return stored;
  const { plan, siteName, summary, fileId } = stored.value;
  const { pictures, remarks } = picturesIn(plan, attachments);
  const sheet = sheetId === null ? undefined : plan.tables.sheet.get(sheetId as IdOf<'sheet'>);
  return ok({
    parcel: { planId: fileId, planName: summary.name, siteName, plan, attachments: pictures },
    sheet: sheet ? sheet.number || sheet.name : null,
    remarks: formatOf(format).pictures === 'with' ? remarks : [],
  });
}

/** The stored pictures of a plan, and one sentence about each that is no longer what was stored. */
function picturesIn(
  plan: Plan,
  attachments: Repositories['attachments'],
): { readonly pictures: ReadonlyMap<string, Uint8Array>; readonly remarks: readonly string[] } {
  const pictures = new Map<string, Uint8Array>();
  const damaged = new Set<string>();
  for (const { attachment, name } of recordsOf(plan, 'underlay')) {
    const found = attachments.get(attachment);
    if (found) pictures.set(attachment, found.bytes);
    else if (attachments.has(attachment)) damaged.add(damagedPicture(name));
  }
  return { pictures, remarks: [...damaged] };
}

type HeldArgs = Args<'files.export'> & { readonly held: NonNullable<Args<'files.export'>['held']> };

/** The database is in trouble then: what it does not give is done without. */
function heldSource({ store, held }: Given, args: HeldArgs): Result<ExportSource, AppError> {
  const { planName, siteName, sheet, pictures } = args.held;
  const pages = held.take(args.held);
  if (!pages.ok) return pages;
  const opened = store.repositories();
  const repositories = opened.ok ? opened.value : null;
  const attachments = new Map<string, Uint8Array>();
  for (const sha256 of formatOf(args.format).pictures === 'with' ? new Set(pictures) : []) {
    const found = readable(() => repositories?.attachments.get(sha256) ?? null);
    if (found) attachments.set(sha256, found.bytes);
  }
  // A file of what was received beside another plan names that one: without it the plan's own id is as good,
  // since what is read in again under it is compared, and kept beside what is stored.
  const fileId = readable(() => repositories?.plans.fileId(args.planId) ?? null) ?? args.planId;
  return ok({
    parcel: { planId: fileId, planName, siteName, pages: pages.value, attachments },
    sheet,
    remarks: [],
  });
}
