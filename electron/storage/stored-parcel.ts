import { randomUUID } from 'node:crypto';
import type { PlanParcel } from '../../core/codec/plan-file.ts';
import type { AppError } from '../../core/contract/method.ts';
import { type Plan, recordsOf } from '../../core/plan/plan.ts';
import { ok, type Result } from '../../core/result.ts';
import { AttachmentRepository } from './attachment-repository.ts';
import { beside, openBeside } from './beside.ts';
import { PlanRepository } from './plan-repository.ts';

/** A stored plan with its pictures, and the hashes of those that are no longer what was stored. */
export type StoredParcel = PlanParcel & { readonly damaged: ReadonlySet<string> };

/** All of a stored plan, read at one moment on a connection of its own: for another process than main. */
export function storedParcel({
  database,
  planId,
  hasPictures,
}: {
  readonly database: string;
  readonly planId: string;
  readonly hasPictures: boolean;
}): Promise<Result<StoredParcel, AppError>> {
  return beside(
    () => openBeside(database),
    (db) => {
      db.exec('BEGIN');
      const plans = new PlanRepository(db, { newId: randomUUID, now: () => new Date().toISOString() });
      const stored = plans.load(planId);
      if (!stored.ok) return stored;
      const { plan, siteName, summary, fileId } = stored.value;
      const { attachments, damaged } = hasPictures
        ? picturesIn(plan, new AttachmentRepository(db))
        : { attachments: new Map<string, Uint8Array>(), damaged: new Set<string>() };
      return ok({ planId: fileId, planName: summary.name, siteName, plan, attachments, damaged });
    },
  );
}

function picturesIn(plan: Plan, stored: AttachmentRepository): Pick<StoredParcel, 'attachments' | 'damaged'> {
  const attachments = new Map<string, Uint8Array>();
  const damaged = new Set<string>();
  for (const sha256 of new Set([...recordsOf(plan, 'underlay')].map(({ attachment }) => attachment))) {
    const found = stored.get(sha256);
    if (found) attachments.set(sha256, found.bytes);
    else if (stored.has(sha256)) damaged.add(sha256);
  }
  return { attachments, damaged };
}
