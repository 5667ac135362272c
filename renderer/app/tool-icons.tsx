import type { ToolId } from '../editor/tool.ts';

/** One path a tool on a 24 grid, drawn with a line of 1.5. */
const paths: { readonly [T in ToolId]: string } = {
  select: 'M5 3l12 7-5.2 1.3L9 17z',
  measure: 'M4 16L16 4l4 4L8 20zM8 12l2 2M11 9l2 2M14 6l2 2',
  'draw-property-line': 'M4 6l9-2 7 6-3 9-11 1z',
  'draw-building': 'M4 20V8l8-4 8 4v12zM9 20v-5h6v5',
  'draw-wall': 'M3 7h18v10H3zM3 12h18M9 7v5M15 12v5',
  'place-opening': 'M5 20V5h9v15M14 20a9 9 0 0 0-9-9',
  'draw-fence': 'M3 9h18M3 15h18M6 5v14M12 5v14M18 5v14',
  'place-gate': 'M4 5v14M20 5v14M4 12h7l4-5M15 12h5',
  'draw-road': 'M6 21L10 3M18 21L14 3M12 5v3M12 11v3M12 17v3',
  'draw-parking': 'M4 4h16v16H4zM10 17V7h3a3 3 0 0 1 0 6h-3',
  'draw-area': 'M4 4h16v16H4zM4 12l8-8M4 20L20 4M12 20l8-8',
  'draw-obstacle': 'M12 21v-7M12 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM9 21h6',
  'place-barrier': 'M3 9h18v6H3zM7 9l-3 6M12 9l-3 6M17 9l-3 6',
  'place-bollards': 'M6 20v-9a2 2 0 1 1 4 0v9M14 20v-9a2 2 0 1 1 4 0v9M3 20h18',
  'place-camera': 'M3 8h11v8H3zM14 11l7-4v10l-7-4',
  'place-post': 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z',
  'place-text': 'M5 6V4h14v2M12 4v16M9 20h6',
  calibrate: 'M3 6v12M21 6v12M3 12h18M6 9l-3 3 3 3M18 9l3 3-3 3',
};

export function ToolIcon({ tool }: { readonly tool: ToolId }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[tool]} />
    </svg>
  );
}
