import { useActiveTool } from '../../hooks/use-editor-state.ts';
import { WallOptions } from './WallOptions.tsx';

/** What the armed tool can be told before it draws, over the upper edge of the drawing; nothing for most tools. */
export function ToolOptions() {
  return useActiveTool() === 'draw-wall' ? <WallOptions /> : null;
}
