import { createHash } from 'node:crypto';
import type { PictureError } from '../../core/codec/picture/picture-info.ts';
import { ok } from '../../core/result.ts';
import { AttachmentRepository } from '../storage/attachment-repository.ts';
import { beside, openBeside } from '../storage/beside.ts';
import { giveParts, type PicturePart } from '../storage/picture-parts.ts';
import type { UprightForm } from '../storage/upright-forms.ts';
import type { Work } from './job.ts';

export type UprightPicturesRequest = { readonly database: string; readonly sha256s: readonly string[] };

/** How a picture is shown, why it is not, or that it is not there any more. */
export type UprightOutcome =
  | { readonly type: 'form'; readonly form: UprightForm }
  | { readonly type: 'none'; readonly why: PictureError }
  | { readonly type: 'lost' };

/** Of each picture the bytes of its form, unless that is what is stored, and then how it is shown. */
export type UprightPart =
  | { readonly type: 'bytes'; readonly part: PicturePart }
  | { readonly type: 'outcome'; readonly sha256: string; readonly outcome: UprightOutcome };

/** The forms that stored pictures are shown in, one picture after the other. */
export const uprightPicturesJob: Work<UprightPicturesRequest, null, UprightPart> = (
  { database, sha256s },
  { give },
) =>
  beside(
    () => openBeside(database),
    async (db) => {
      const attachments = new AttachmentRepository(db);
      for (const sha256 of sha256s) {
        const stored = attachments.get(sha256);
        const outcome = stored ? await outcomeOf(stored, give) : ({ type: 'lost' } as const);
        await give({ type: 'outcome', sha256, outcome });
      }
      return ok(null);
    },
  );

type Stored = { readonly sha256: string; readonly bytes: Uint8Array };

async function outcomeOf(
  { sha256, bytes }: Stored,
  give: (part: UprightPart) => Promise<void>,
): Promise<UprightOutcome> {
  const { uprightOfStored } = await import('../pictures/upright-picture.ts');
  const upright = await uprightOfStored(bytes);
  if (!upright.ok) return { type: 'none', why: upright.error };
  const form = createHash('sha256').update(upright.value.bytes).digest('hex');
  if (form !== sha256) await giveParts(sha256, upright.value.bytes, (part) => give({ type: 'bytes', part }));
  return { type: 'form', form: { sha256, form, mediaType: upright.value.mediaType } };
}
