import { z } from '../../core/schema.ts';

const otherInstance = z.object({ files: z.array(z.string().max(20_000)).max(100) });

/** The plan files that a second start of the application hands over; anything else counts as none. */
export function filesOfOtherInstance(given: unknown): readonly string[] {
  const files = otherInstance.safeParse(given).data?.files ?? [];
  return files.map((file) => Buffer.from(file, 'base64').toString());
}
