import { type ToolId, toolRows } from '../editor/tools/index.ts';
import { plainTool } from '../kinds/index.ts';
import { type Icon, lineIcon } from '../ui/icons/line-icon.tsx';

const icons = new Map<ToolId, Icon>();

function iconOf(tool: ToolId): Icon {
  const known = icons.get(tool);
  if (known) return known;
  const [lines, solid] = toolRows[tool].icon ?? plainTool(tool)?.icon ?? [''];
  const icon = lineIcon(lines, solid);
  icons.set(tool, icon);
  return icon;
}

/** The icon of a tool, which is that of what it places. */
export function ToolIcon({ tool }: { readonly tool: ToolId }) {
  const Shown = iconOf(tool);
  return <Shown />;
}
