import type { PlacedKind } from '../../core/plan/kinds/index.ts';
import type { KindWindow, PlainTool } from './kind-window.ts';

// One file a kind: what is there is what there is, and a test asks for one of each kind.
const files = import.meta.glob<KindWindow>(['./*.ts', '!./index.ts', '!./kind-window.ts'], {
  eager: true,
  import: 'kindWindow',
});

const windows = Object.values(files);
const byKind: ReadonlyMap<PlacedKind, KindWindow> = new Map(windows.map((each) => [each.kind, each]));

/** What a kind is in the window. */
export function kindWindow(kind: PlacedKind): KindWindow {
  const found = byKind.get(kind);
  if (!found) throw new Error(`Nothing says what the kind ${kind} is in the window.`);
  return found;
}

const toolId = (kind: PlacedKind) => `place-${kind}`;
const plainTools: ReadonlyMap<string, PlainTool> = new Map(
  windows.flatMap(({ kind, tool }) => (tool ? [[toolId(kind), tool]] : [])),
);

/** What is said of the tool of a device that is placed as all such are; null for every other tool. */
export function plainTool(tool: string): PlainTool | null {
  return plainTools.get(tool) ?? null;
}

/** The words of all kinds by their message keys. */
export const kindWords: Readonly<Record<string, string>> = Object.fromEntries(
  windows.flatMap(({ kind, words, tool }) => [
    [`kind.${kind}`, words.name],
    ...(words.add === null ? [] : [[`edit.add.${kind}`, words.add]]),
    ...(tool
      ? [
          [`tool.${toolId(kind)}`, tool.title],
          [`hint.${toolId(kind)}`, tool.hint],
        ]
      : []),
  ]),
);
