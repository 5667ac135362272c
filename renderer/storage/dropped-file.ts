import { readPictureInfo } from '../../core/codec/picture/read-picture-info.ts';
import { err, ok, type Result } from '../../core/result.ts';

/** A file that was dropped on the window, by its content: a picture to lie under the plan, or a plan. */
export type DroppedFile = {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly isPicture: boolean;
};

const LARGEST_FILE = 200 * 1024 * 1024;

/** Reads a dropped file; one that is larger than the application takes is not read at all. */
export async function readDroppedFile(
  file: Pick<File, 'name' | 'size' | 'type' | 'arrayBuffer'>,
): Promise<Result<DroppedFile, 'too-large' | 'unreadable'>> {
  if (file.size > LARGEST_FILE) return err('too-large');
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return ok({ name: file.name, bytes, isPicture: isPicture(bytes, file.type) });
  } catch (error) {
    // A folder, or a file that went away: the browser says so with an exception of its own.
    if (error instanceof DOMException) return err('unreadable');
    throw error;
  }
}

/** The name counts only for what is neither: then it decides which of the two sentences is told. */
function isPicture(bytes: Uint8Array, type: string): boolean {
  const info = readPictureInfo(bytes);
  if (info.ok || info.error.reason !== 'not-a-picture') return true;
  const beginsLikePlan = ['P', '{', '['].includes(String.fromCharCode(bytes[0] ?? 0));
  return type.startsWith('image/') && !beginsLikePlan;
}
