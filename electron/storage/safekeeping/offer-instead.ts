import path from 'node:path';
import type { StorageStatus } from '../../../core/contract/shapes.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { damagedWithoutSuccessor } from '../damaged-file.ts';
import { fullMessage, type OpenError } from '../database.ts';
import { offersFor } from './offers.ts';
import { systemCode } from './system-error.ts';

/** What is offered in the place of a database, with what the log says of it. */
export type Offer = Pick<StorageStatus, 'backups'> & {
  readonly state: 'damaged' | 'missing';
  readonly message: string;
  readonly said: string;
};

type Lost = Pick<OpenError, 'message' | 'detail'>;

/**
 * What can be had instead of a database that is damaged or gone. `moveAside` keeps a damaged one under another name;
 * where it cannot, it stays where it is and nothing is offered.
 */
export function offerInsteadOf(
  file: string,
  error: OpenError,
  moveAside: () => string | null,
): Result<Offer, OpenError> {
  if (error.state === 'missing') return ok(offerForMissing(file, error));
  try {
    const movedTo = moveAside() ?? file;
    const message = `${error.message} It was kept as ${path.basename(movedTo)}.`;
    return ok(offered(file, 'damaged', { message, detail: error.detail }));
  } catch (failure) {
    const message = `${error.message} It cannot be moved aside (${systemCode(failure)}): allow writing to its folder, then start Sallyport again.`;
    return err({ state: 'unavailable', message, detail: error.detail });
  }
}

/** One that is gone may be one that was damaged, and was moved aside before a copy came in its place. */
function offerForMissing(file: string, error: OpenError): Offer {
  const earlier = damagedWithoutSuccessor(file);
  if (earlier === null) return offered(file, 'missing', error);
  const message = `The database was damaged. It was kept as ${path.basename(earlier)}.`;
  return offered(file, 'damaged', { message, detail: null });
}

function offered(file: string, state: Offer['state'], { message, detail }: Lost): Offer {
  const backups = offersFor(file);
  const wayOut =
    backups.length > 0
      ? 'Restore the newest state, or another one.'
      : 'There is no good copy: begin with an empty database.';
  const sentence = `${message} ${wayOut}`;
  return { state, message: sentence, backups, said: fullMessage({ message: sentence, detail }) };
}
