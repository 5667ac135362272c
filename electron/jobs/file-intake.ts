import { setImmediate } from 'node:timers/promises';
import type { Value } from '../../core/contract/contract.ts';
import type { Answer } from '../../core/contract/method.ts';
import { nameFrom } from '../../core/plan/names.ts';
import { ok } from '../../core/result.ts';
import type { IncomingPicture } from '../storage/picture-parts.ts';
import type { IncomingRow } from '../storage/plan-intake.ts';
import { beginReceiving } from '../storage/receive-plan.ts';
import type { Repositories } from '../storage/repositories.ts';
import { attempt } from '../storage/storage-error.ts';
import type { FilePart, ReadFile } from './read-file-job.ts';

type Received = Value<'files.takeDropped'>;
type Begun = { readonly planId: string; readonly known: boolean };

/** Stores the parts of one file in small steps; nothing of it is seen before its end. */
export class FileIntake {
  readonly #repositories: Repositories;
  readonly #siteId: string | null;
  readonly #pictures: IncomingPicture[] = [];
  #begun: Begun | null = null;

  constructor(repositories: Repositories, siteId: string | null) {
    this.#repositories = repositories;
    this.#siteId = siteId;
  }

  /** Takes a part; an error ends the reading, also where there is nothing left to be read. */
  async take(part: FilePart): Promise<Answer<null>> {
    const { attachments } = this.#repositories;
    if (part.type === 'rows') return this.#putRows(part.rows);
    if (part.type === 'plan') {
      const begun = attempt(() =>
        beginReceiving(this.#repositories, part.plan, { siteId: this.#siteId, at: new Date() }),
      );
      if (!begun.ok) return begun;
      this.#begun = begun.value;
      return ok(null);
    }
    if (part.type === 'picture') {
      this.#pictures.push(part.picture);
      return ok(null);
    }
    return attachments.addPart(part.part);
  }

  async #putRows(rows: readonly IncomingRow[]): Promise<Answer<null>> {
    const { intake } = this.#repositories;
    for (let from = 0; from < rows.length; ) {
      // Whatever waits is answered between two steps: above all the saving of edits.
      await setImmediate();
      const put = intake.put(this.#begun?.planId ?? '', rows, from);
      if (!put.ok) return put;
      from = put.value;
    }
    return ok(null);
  }

  /** What was received, made to be seen now that all parts are there. */
  end(read: Answer<ReadFile>, name: string): Answer<Received> {
    if (!read.ok) return read;
    return attempt(() => this.#list(read.value, name));
  }

  #list(read: ReadFile, name: string): Answer<Received> {
    const { intake, attachments, uprightForms } = this.#repositories;
    if (read.type === 'picture') {
      const { sha256, mediaType, widthPx, heightPx } = read;
      const finished = this.#eachPicture((picture) => attachments.finish(picture));
      // What was read is the upright form itself.
      const kept = finished.ok ? uprightForms.keep({ sha256, form: sha256, mediaType }, 0) : finished;
      if (!kept.ok) return kept;
      return ok({ plan: null, picture: { sha256, name: nameFrom(name), widthPx, heightPx } });
    }
    if (read.type === 'foreign') throw new Error('A map that a person is asked about was stored.');
    if (!this.#begun) throw new Error('A plan ended that never began.');
    const listed = this.#begun.known
      ? this.#eachPicture((picture) => attachments.place(picture))
      : intake.list(this.#begun.planId, this.#pictures, read.tally);
    return listed.ok ? ok(planAnswer(this.#begun, read.remarks)) : listed;
  }

  #eachPicture(work: (picture: IncomingPicture) => Answer<null>): Answer<null> {
    for (const picture of this.#pictures) {
      const done = work(picture);
      if (!done.ok) return done;
    }
    return ok(null);
  }
}

function planAnswer(begun: Begun, remarks: readonly string[]): Received {
  return { plan: { ...begun, remarks: [...remarks] }, picture: null };
}
