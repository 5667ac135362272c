import type { IdOf, Kind } from '../../core/plan/kinds/index.ts';

/** A fresh id of a kind. */
export const newId = <K extends Kind>(kind: K) => `${kind}:${crypto.randomUUID()}` as IdOf<K>;
