import path from 'node:path';
import type { StorageStatus, StoredCopy } from '../../../core/contract/shapes.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { damagedWithoutSuccessor } from '../damaged-file.ts';
import { fullMessage, type OpenError } from '../database.ts';
import type { Offers } from './offers.ts';
import { systemCode } from './system-error.ts';

/** Why a database stays closed, with what can be done once its copies are known. */
export type Closing = {
  readonly state: StorageStatus['state'];
  readonly message: string;
  /** What SQLite says of it, for the log. */
  readonly detail: string | null;
  readonly wayOut: (copies: readonly StoredCopy[]) => string;
};

/** What is said of a database that is not open. */
export type ClosedStatus = Pick<StorageStatus, 'state' | 'message' | 'backups' | 'isLooking'>;

const LOOKING = 'Its copies are being looked at, to see what each has.';
const NOT_LOOKED = 'Its copies could not be looked at. Start Sallyport again to try once more.';

/** How what is said of a closed database is shown. */
export type Showing = {
  /** Shows it, with what the log says; gives whether it is still what is shown. */
  readonly show: (status: ClosedStatus, said: string) => () => boolean;
  /** What is shown has changed some while later. */
  readonly onLater: () => void;
};

/**
 * Shows why a database stays closed with the copies that can be had: at once, or first that they are being looked
 * at. What is found too late is not shown.
 */
export function offerCopies(
  copies: Offers | Promise<Offers>,
  closing: Closing,
  { show, onLater }: Showing,
): void {
  const { state, message, detail } = closing;
  if (!(copies instanceof Promise)) {
    const status = withCopies(closing, copies);
    show(status, fullMessage({ message: status.message, detail }));
    return;
  }
  const looking = { state, message: `${message} ${LOOKING}`, backups: [], isLooking: true };
  const isShown = show(looking, fullMessage(closing));
  void copies.then((found) => {
    if (!isShown()) return;
    const status = withCopies(closing, found);
    show(status, status.message);
    onLater();
  });
}

function withCopies({ state, message, wayOut }: Closing, copies: Offers) {
  const way = copies.ok ? wayOut(copies.value) : `${NOT_LOOKED} ${copies.error.message}`;
  const sentence = way === '' ? message : `${message} ${way}`;
  return { state, message: sentence, backups: copies.ok ? [...copies.value] : [], isLooking: false };
}

const toRestore = (copies: readonly StoredCopy[]): string =>
  copies.length > 0
    ? 'Restore the newest state, or another one.'
    : 'There is no good copy: begin with an empty database.';

/**
 * Why a database that is damaged or gone stays closed. `moveAside` keeps a damaged one under another name; where it
 * cannot, it stays where it is and nothing is offered.
 */
export function insteadOf(
  file: string,
  error: OpenError,
  moveAside: () => string | null,
): Result<Closing, OpenError> {
  if (error.state === 'missing') return ok(insteadOfMissing(file, error));
  try {
    const movedTo = moveAside() ?? file;
    const message = `${error.message} It was kept as ${path.basename(movedTo)}.`;
    return ok({ state: 'damaged', message, detail: error.detail, wayOut: toRestore });
  } catch (failure) {
    const message = `${error.message} It cannot be moved aside (${systemCode(failure)}): allow writing to its folder, then start Sallyport again.`;
    return err({ state: 'unavailable', message, detail: error.detail });
  }
}

/** One that is gone may be one that was damaged, and was moved aside before a copy came in its place. */
function insteadOfMissing(file: string, { message, detail }: OpenError): Closing {
  const earlier = damagedWithoutSuccessor(file);
  if (earlier === null) return { state: 'missing', message, detail, wayOut: toRestore };
  const kept = `The database was damaged. It was kept as ${path.basename(earlier)}.`;
  return { state: 'damaged', message: kept, detail: null, wayOut: toRestore };
}
