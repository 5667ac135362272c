import { constants } from 'node:fs';
import fs from 'node:fs/promises';
import { err, ok, type Result } from '../../core/result.ts';
import { z } from '../../core/schema.ts';
import { LARGEST_NOTE, LONGEST_NAME, MOST_FILES } from './start-note.ts';

const noteSchema = z.strictObject({
  format: z.literal(1),
  files: z.array(z.string().min(1).max(LONGEST_NAME)).max(MOST_FILES),
});

// A link is not followed, and a pipe under the name of a note holds nobody up; Windows has neither flag.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The names of the files in a note, or why there are none. Whoever may write to the folder wrote it. */
export async function readNote(note: string): Promise<Result<readonly string[], string>> {
  try {
    const opened = await fs.open(note, FLAGS);
    try {
      const found = await opened.stat();
      if (!found.isFile()) return err('it is no file');
      if (found.size > LARGEST_NOTE) return err(`it has ${found.size} bytes`);
      const parsed = noteSchema.safeParse(JSON.parse(await opened.readFile('utf8')));
      return parsed.success ? ok(parsed.data.files) : err('its content is not that of a note');
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (error instanceof SyntaxError) return err('its text is not JSON');
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return err(`it cannot be read (${code})`);
  }
}
