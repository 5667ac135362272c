import { setImmediate } from 'node:timers/promises';
import type { PictureError } from '../../core/codec/picture/picture-info.ts';
import type { Answer } from '../../core/contract/method.ts';
import { ok } from '../../core/result.ts';
import { cannotBeShown } from '../output/damaged-picture.ts';
import { bytesInSlices, type PartSource } from '../storage/bytes-in-slices.ts';
import type { PicturePart } from '../storage/picture-parts.ts';
import type { Repositories } from '../storage/repositories.ts';
import { attempt, readable } from '../storage/storage-error.ts';
import type { Store } from '../storage/store.ts';
import type { UprightForm } from '../storage/upright-forms.ts';
import type { Jobs } from './jobs.ts';
import type { UprightOutcome, UprightPart } from './upright-pictures-job.ts';

export type ShownPicture = PartSource & { readonly mediaType: string };

export type ShownPicturesSetup = {
  readonly store: Pick<Store, 'repositories'>;
  readonly jobs: Pick<Jobs, 'run'>;
  /** The file of the database. */
  readonly database: string;
  /** The plan that the window shows: its records say what a picture is called. */
  readonly openPlanId: () => string | null;
  /** Hears one sentence about each picture of the open plan that cannot be shown. */
  readonly tell: (sentence: string) => void;
};

/** A form as it was made: its bytes where they are others than what is stored. */
type Made = { readonly form: UprightForm; readonly parts: readonly PicturePart[] };

/** A picture that is waited for. */
type Wanted = {
  readonly made: Promise<Made | null>;
  readonly settle: (made: Made | null) => void;
  readonly fail: (bug: unknown) => void;
};

/**
 * The pictures of plans as they are shown: the upright form that every output embeds.
 *
 * Pictures that came with a plan file, or were stored as they came, are decoded when they are first asked for, in a
 * process of its own, all that wait together; their form is kept beside them. Where it cannot be kept it is shown
 * nevertheless.
 */
export class ShownPictures {
  readonly #setup: ShownPicturesSetup;
  readonly #wanted = new Map<string, Wanted>();
  #isWorking = false;

  constructor(setup: ShownPicturesSetup) {
    this.#setup = setup;
  }

  /** A picture by the hash that records name it by; null when it is not stored, or cannot be shown. */
  async picture(sha256: string): Promise<ShownPicture | null> {
    const found = this.#setup.store.repositories();
    if (!found.ok) return null;
    const repositories = found.value;
    const before = await known(repositories, sha256);
    if (before) return before;
    if (readable(() => repositories.attachments.has(sha256)) !== true) return null;
    const made = await this.#make(sha256);
    return made && shown(repositories, made);
  }

  #make(sha256: string): Promise<Made | null> {
    const before = this.#wanted.get(sha256);
    if (before) return before.made;
    let [settle, fail]: [Wanted['settle'], Wanted['fail']] = [() => undefined, () => undefined];
    const made = new Promise<Made | null>((resolve, reject) => {
      [settle, fail] = [resolve, reject];
    });
    this.#wanted.set(sha256, { made, settle, fail });
    void this.#work();
    return made;
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      while (this.#wanted.size > 0) {
        // What the window asks for in one go is decoded in one go.
        await setImmediate();
        await this.#decode([...this.#wanted.keys()]);
      }
    } catch (bug) {
      for (const sha256 of [...this.#wanted.keys()]) this.#taken(sha256)?.fail(bug);
    } finally {
      this.#isWorking = false;
    }
  }

  /** Decodes pictures in one process; where that ends before all are done, each of the others in its own. */
  async #decode(sha256s: readonly string[]): Promise<void> {
    const { jobs, database, tell } = this.#setup;
    let parts: PicturePart[] = [];
    const left = new Set(sha256s);
    const onPart = async (given: UprightPart) => {
      if (given.type === 'bytes') parts.push(given.part);
      else {
        left.delete(given.sha256);
        await this.#done(given.sha256, given.outcome, parts);
        parts = [];
      }
      return ok(null);
    };
    const ended = await jobs.run('pictures.upright', { database, sha256s }, { onPart });
    const isOver = ended.ok || ended.error.code === 'cancelled';
    if (!isOver && sha256s.length > 1) {
      for (const sha256 of left) await this.#decode([sha256]);
      return;
    }
    if (!isOver) tell(ended.error.message);
    for (const sha256 of left) this.#taken(sha256)?.settle(null);
  }

  async #done(sha256: string, outcome: UprightOutcome, parts: readonly PicturePart[]): Promise<void> {
    const found = this.#setup.store.repositories();
    if (outcome.type === 'none' && found.ok) this.#tellWhy(found.value, sha256, outcome.why);
    if (outcome.type !== 'form') return this.#taken(sha256)?.settle(null);
    const made = { form: outcome.form, parts };
    // What cannot be kept is made again the next time.
    if (found.ok) await kept(found.value, made);
    this.#taken(sha256)?.settle(made);
  }

  /** What waited for a picture, which is waited for no more. */
  #taken(sha256: string): Wanted | undefined {
    const wanted = this.#wanted.get(sha256);
    this.#wanted.delete(sha256);
    return wanted;
  }

  #tellWhy({ attachments }: Repositories, sha256: string, why: PictureError): void {
    const planId = this.#setup.openPlanId();
    const names = planId === null ? [] : (readable(() => attachments.namesOf(planId, sha256)) ?? []);
    for (const name of names) this.#setup.tell(cannotBeShown(name, why));
  }
}

/** A picture whose form was made before; null where that is not known, or no longer what was kept. */
async function known(repositories: Repositories, sha256: string): Promise<ShownPicture | null> {
  const { attachments, uprightForms } = repositories;
  const form = readable(() => uprightForms.of(sha256));
  if (!form) return null;
  if (form.form === sha256) return readable(() => attachments.parts(sha256));
  const bytes = await bytesInSlices(
    readable(() => uprightForms.parts(sha256)),
    form.form,
  );
  return bytes && oneAfterTheOther(form.mediaType, [bytes]);
}

function shown({ attachments }: Repositories, { form, parts }: Made): ShownPicture | null {
  if (form.form === form.sha256) return readable(() => attachments.parts(form.sha256));
  const bytes = parts.map((part) => part.bytes);
  return oneAfterTheOther(form.mediaType, bytes);
}

function oneAfterTheOther(mediaType: string, parts: readonly Uint8Array[]): ShownPicture {
  const left = parts.values();
  return { mediaType, next: () => left.next().value ?? null };
}

/** Keeps a form by small steps: whatever waits is answered between two of them. */
async function kept({ uprightForms }: Repositories, { form, parts }: Made): Promise<Answer<null>> {
  for (const part of parts) {
    const put = attempt(() => uprightForms.keepPart(part));
    if (!put.ok) return put;
    await setImmediate();
  }
  return attempt(() => uprightForms.keep(form, parts.length));
}
