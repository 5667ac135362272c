import type { DeviceKind, PlacedKind } from '../../core/plan/kinds/index.ts';
import type { messages } from './table.ts';

/** What the kinds say of themselves. */
type KindKey =
  | `kind.${PlacedKind}`
  | `edit.add.${Exclude<PlacedKind, 'underlay'>}`
  | `${'tool' | 'hint'}.place-${DeviceKind}`;

export type MessageKey = keyof typeof messages | KindKey;
