import { kindOf, type Plan, tableOf } from '../plan.ts';
import type { AnyId, Kind, PlanRecord, RecordOf } from '../records/index.ts';

/** What stands in or on another record, or controls it, and the field that names that one. */
const hostFields = { opening: 'wall', gate: 'fence', camera: 'mountedOn', reader: 'controls' } as const;

export type HostedKind = keyof typeof hostFields;

type Hosts = Map<AnyId, Set<AnyId>>;

/** What stands in what while an edit is being made; each kind is looked through when it is first asked about. */
export class HostedRecords {
  readonly #plan: Plan;
  /** All that ever stood in a record: those that left it are passed over when they are asked for. */
  readonly #known = new Map<Kind, Hosts>();
  readonly #taken: PlanRecord[] = [];

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** A record is new or another one now. */
  took(record: PlanRecord): void {
    const kind = kindOf(record.id);
    if (!isHosted(kind)) return;
    const known = this.#known.get(kind);
    if (known) note(known, kind, record);
    else this.#taken.push(record);
  }

  /** The records of a kind that stand in another one; `get` gives each as it is now. */
  in<K extends HostedKind>(
    kind: K,
    host: AnyId,
    get: (id: AnyId) => PlanRecord | undefined,
  ): readonly RecordOf<K>[] {
    const standing: PlanRecord[] = [];
    for (const id of this.#hosts(kind).get(host) ?? []) {
      const record = get(id);
      if (record && hostOf(kind, record) === host) standing.push(record);
    }
    return standing as RecordOf<K>[];
  }

  #hosts(kind: HostedKind): Hosts {
    const known = this.#known.get(kind);
    if (known) return known;
    const hosts: Hosts = new Map();
    for (const record of tableOf(this.#plan, kind).values()) note(hosts, kind, record);
    for (const record of this.#taken) if (kindOf(record.id) === kind) note(hosts, kind, record);
    this.#known.set(kind, hosts);
    return hosts;
  }
}

function isHosted(kind: Kind): kind is HostedKind {
  return Object.hasOwn(hostFields, kind);
}

function hostOf(kind: HostedKind, record: PlanRecord): AnyId | null {
  return (record as unknown as Readonly<Record<string, AnyId | null>>)[hostFields[kind]] ?? null;
}

function note(hosts: Hosts, kind: HostedKind, record: PlanRecord): void {
  const host = hostOf(kind, record);
  if (host === null) return;
  const ids = hosts.get(host);
  if (ids) ids.add(record.id);
  else hosts.set(host, new Set([record.id]));
}
