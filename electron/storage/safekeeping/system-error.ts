/**
 * The code of an error that the system reported (`EACCES`, `ENOSPC`), for whoever can go on without.
 *
 * Throws the error again when it is a bug.
 */
export function systemCode(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || code.startsWith('ERR_')) throw error;
  return code;
}
