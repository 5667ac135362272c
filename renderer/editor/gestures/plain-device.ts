import { type AimedKind, aimedKinds } from '../../../core/plan/kinds/definition.ts';
import type { AnyTool } from '../tool.ts';
import { addAimed } from './add-aimed.ts';
import { aimedTool } from './aimed-tool.ts';
import { spotBesideFace } from './device-spot.ts';

/** The kinds whose tools do more than to put a device somewhere and to aim it. */
const withOwnTool = ['camera', 'post', 'light', 'sensor', 'reader'] as const;

/** Devices at a place with a direction that are placed like all such: beside the wall that is near, and aimed. */
export type PlainDevice = Exclude<AimedKind, (typeof withOwnTool)[number]>;

type PlainRow = {
  readonly tool: AnyTool;
  readonly menu: 'place';
  readonly shortcut: null;
  readonly icon: null;
};

const isPlain = (kind: AimedKind): kind is PlainDevice => !(withOwnTool as readonly string[]).includes(kind);

function rowOf(kind: PlainDevice): PlainRow {
  const tool = aimedTool({
    id: `place-${kind}`,
    kind,
    hint: `hint.place-${kind}`,
    spotAt: spotBesideFace,
    add: (context, id, { at, direction }) => addAimed(context, kind, { id, at, direction }),
  });
  return { tool, menu: 'place', shortcut: null, icon: null };
}

/** A tool for each of them, in the order of the kinds. */
export const plainDevices = Object.fromEntries(
  aimedKinds.filter(isPlain).map((kind) => [`place-${kind}`, rowOf(kind)]),
) as { readonly [K in PlainDevice as `place-${K}`]: PlainRow };
