import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { parseBounded, smallJsonLimits } from '../bounded-json.ts';
import { FORMAT } from '../plan/format.ts';
import { cutName } from '../plan/names.ts';
import { type Plan, recordsOf, settingsOf } from '../plan/plan.ts';
import { parsePlanText, planToJson } from '../plan/plan-json.ts';
import { planLimits } from '../plan/plan-limits.ts';
import { err, ok, type Result } from '../result.ts';
import { z } from '../schema.ts';
import { textOfUtf8 } from '../utf8.ts';

/** Most parts of a plan file: as many pictures as a plan may have, and what stands beside them. */
export const MOST_PARTS = planLimits.pictures + 100;

export const PLAN_MEDIA_TYPE = 'application/vnd.sallyport.plan+zip';

/** A named part of a plan file. */
export type Entry = { readonly name: string; readonly bytes: Uint8Array };

export type PlanFileError = {
  readonly code:
    | 'not-a-plan-file'
    | 'too-new'
    | 'too-large'
    | 'damaged'
    | 'migration-failed'
    | 'invalid-records'
    | 'broken-references';
  readonly message: string;
};

/** A plan as it travels: who it is, what it holds and the pictures it names. */
export type PlanParcel = {
  readonly planId: string;
  readonly planName: string;
  readonly siteName: string;
  readonly plan: Plan;
  readonly attachments: ReadonlyMap<string, Uint8Array>;
};

/** Files have been written with longer names than they may have. */
const MOST_NAME_READ = 1000;

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const manifestSchema = z.strictObject({
  format: z.number().int().min(1),
  appVersion: z.string().max(40),
  planId: z.string().min(1).max(100),
  planName: z.string().max(MOST_NAME_READ),
  revision: z.string().max(100).nullable(),
  ancestors: z.array(z.string().max(100)).max(1000),
  marking: z.string().max(80).nullable(),
  entries: z
    .array(z.strictObject({ path: z.string().max(200), size: z.number().int().min(0), sha256: hex }))
    .max(MOST_PARTS),
});
/** Most bytes of a manifest or of the name of a site: a full manifest is under 3 MB. */
const MOST_SMALL_BYTES = 4 * 1024 * 1024;
const siteSchema = z.strictObject({ name: z.string().max(MOST_NAME_READ) });

/** A part of a plan file is an object of three values in the manifest. */
const manifestLimits = { ...smallJsonLimits, values: 10 * MOST_PARTS };

/** Lower-case hexadecimal SHA-256 of bytes. */
export function hashOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
}

/**
 * The entries of a plan file, in their order in the container; `mimetype` comes first.
 *
 * Equal plans give equal bytes: nothing in it depends on the time or the machine.
 */
export function encodePlan(parcel: PlanParcel, appVersion: string): readonly Entry[] {
  const named = new Set([...recordsOf(parcel.plan, 'underlay')].map(({ attachment }) => attachment));
  const attachments = [...parcel.attachments]
    .filter(([name]) => named.has(name))
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([name, bytes]) => ({ name: `attachments/${name}`, bytes }));
  const entries: Entry[] = [
    { name: 'site.json', bytes: jsonBytes({ name: cutName(parcel.siteName) }) },
    { name: 'plan.json', bytes: new TextEncoder().encode(planToJson(parcel.plan)) },
    ...attachments,
  ];
  const manifest = {
    format: FORMAT,
    appVersion,
    planId: parcel.planId,
    planName: cutName(parcel.planName),
    revision: null,
    ancestors: [],
    marking: settingsOf(parcel.plan).marking,
    entries: entries.map(({ name, bytes }) => ({ path: name, size: bytes.length, sha256: hashOf(bytes) })),
  };
  const mimetype = { name: 'mimetype', bytes: new TextEncoder().encode(PLAN_MEDIA_TYPE) };
  return [mimetype, { name: 'manifest.json', bytes: jsonBytes(manifest) }, ...entries];
}

function refuse<C extends PlanFileError['code']>(code: C, message: string): Result<never, PlanFileError> {
  return err({ code, message });
}

function parseJson(bytes: Uint8Array): unknown {
  const text = bytes.length > MOST_SMALL_BYTES ? null : textOfUtf8(bytes);
  const json = text === null ? null : parseBounded(text, manifestLimits);
  // What is no text or not JSON is one more value that no schema takes.
  return json?.ok ? json.value : undefined;
}

/**
 * The plan in the entries of a plan file, checked in the order manifest, hashes, format, records, references.
 *
 * No name or path in the file is followed anywhere; every failure says what is wrong and what to do.
 * Pictures that the file never held are missing from `attachments`.
 */
export function decodePlan(entries: readonly Entry[]): Result<PlanParcel, PlanFileError> {
  const files = new Map(entries.map(({ name, bytes }) => [name, bytes]));
  const manifestBytes = files.get('manifest.json');
  if (!manifestBytes)
    return refuse(
      'not-a-plan-file',
      'This is not a Sallyport plan file: it has no manifest. Choose a file that Sallyport exported.',
    );
  const json = parseJson(manifestBytes);
  const format = z.looseObject({ format: z.number() }).safeParse(json);
  if (format.success && format.data.format > FORMAT) {
    return refuse(
      'too-new',
      `This file was made by a newer version (format ${format.data.format}; this version reads up to ${FORMAT}). Update, or ask for an export in format ${FORMAT}.`,
    );
  }
  const manifest = manifestSchema.safeParse(json);
  if (!manifest.success)
    return refuse('damaged', 'The manifest of this plan file is damaged. Ask for the file again.');
  const changed = changedEntry(files, manifest.data.entries);
  if (changed)
    return refuse('damaged', `The plan file is damaged or was altered: ${changed}. Ask for the file again.`);
  const site = siteSchema.safeParse(parseJson(files.get('site.json') ?? new Uint8Array()));
  const planBytes = files.get('plan.json');
  if (!site.success || !planBytes)
    return refuse('damaged', 'The plan file is incomplete. Ask for the file again.');
  const planText = textOfUtf8(planBytes);
  if (planText === null)
    return refuse('damaged', 'The records of this plan file are not UTF-8. Ask for the file again.');
  const plan = parsePlanText(planText, manifest.data.format);
  if (!plan.ok) return refuse(codeOf(plan.error.reason), `${plan.error.message} Ask for the file again.`);
  return withAttachments(files, {
    planId: manifest.data.planId,
    planName: manifest.data.planName,
    siteName: site.data.name,
    plan: plan.value,
  });
}

function changedEntry(
  files: ReadonlyMap<string, Uint8Array>,
  listed: readonly { path: string; size: number; sha256: string }[],
): string | null {
  for (const entry of listed) {
    const bytes = files.get(entry.path);
    if (!bytes) return `${entry.path} is missing`;
    if (bytes.length !== entry.size || hashOf(bytes) !== entry.sha256)
      return `${entry.path} does not match its hash`;
  }
  const names = new Set(['mimetype', 'manifest.json', ...listed.map(({ path }) => path)]);
  const extra = [...files.keys()].find((name) => !names.has(name));
  return extra ? `${extra.slice(0, 100)} is not in the manifest` : null;
}

function codeOf(reason: string): PlanFileError['code'] {
  const codes: readonly PlanFileError['code'][] = [
    'too-new',
    'too-large',
    'migration-failed',
    'invalid-records',
    'broken-references',
  ];
  return codes.find((code) => code === reason) ?? 'invalid-records';
}

function withAttachments(
  files: ReadonlyMap<string, Uint8Array>,
  parcel: Omit<PlanParcel, 'attachments'>,
): Result<PlanParcel, PlanFileError> {
  const attachments = new Map<string, Uint8Array>();
  for (const { attachment, name } of recordsOf(parcel.plan, 'underlay')) {
    const bytes = files.get(`attachments/${attachment}`);
    // The manifest does not list it: a plan from GeoJSON, in which pictures do not travel.
    if (!bytes) continue;
    if (hashOf(bytes) !== attachment)
      return refuse(
        'damaged',
        `The picture "${name}" is not the one the plan names. Ask for the file again.`,
      );
    attachments.set(attachment, bytes);
  }
  return ok({ ...parcel, attachments });
}
