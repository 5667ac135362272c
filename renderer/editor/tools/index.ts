import { plainDevices } from '../gestures/plain-device.ts';
import type { AnyTool } from '../tool.ts';
import { calibrate } from './calibrate.ts';
import { placeLight } from './devices/place-light.ts';
import { placeReader } from './devices/place-reader.ts';
import { placeSensor } from './devices/place-sensor.ts';
import { drawArea } from './draw-area.ts';
import { drawBuilding } from './draw-building.ts';
import { drawFence } from './draw-fence.ts';
import { drawObstacle } from './draw-obstacle.ts';
import { drawParking } from './draw-parking.ts';
import { drawPropertyLine } from './draw-property-line.ts';
import { drawRoad } from './draw-road.ts';
import { drawWall } from './draw-wall.ts';
import { placeTemplate } from './fragments/place-template.ts';
import { dot, dots } from './icon-dots.ts';
import { drawCoverageZone } from './intent/draw-coverage-zone.ts';
import { placeAsset } from './intent/place-asset.ts';
import { matchPropertiesTool } from './match-properties.ts';
import { measure } from './measuring/measure.ts';
import { placeCallout } from './notes/place-callout.ts';
import { placeDimension } from './notes/place-dimension.ts';
import { placeBarrier } from './place-barrier.ts';
import { placeBollards } from './place-bollards.ts';
import { placeCamera } from './place-camera.ts';
import { placeGate } from './place-gate.ts';
import { placeOpening } from './place-opening.ts';
import { placePost } from './place-post.ts';
import { placeText } from './place-text.ts';
import { select } from './select.ts';
import { frameSheetTool } from './sheets/frame-sheet.ts';
import { drawApproach } from './ways/draw-approach.ts';
import { drawPatrol } from './ways/draw-patrol.ts';
import { drawRoute } from './ways/draw-route.ts';

/** A tool, and how a person comes to it. */
export type ToolRow = {
  readonly tool: AnyTool;
  readonly menu: 'draw' | 'place' | 'edit' | 'view';
  readonly shortcut: string | null;
  /** Whether it begins a group of the tool bar. */
  readonly group?: 'begins';
  /** What is drawn of its icon, and what of it is solid, on a grid of 24; null where the kind that it places says it. */
  readonly icon: ToolIcon | null;
};

export type ToolIcon = readonly [lines: string, solid?: string];

/** The tools in the order of the tool bar; what it does not have comes last. */
export const toolRows = {
  select: {
    tool: select,
    menu: 'draw',
    shortcut: 'V',
    icon: ['M6 3.5l12.5 8-5.6 1.2L10 18.5z'],
  },
  measure: {
    tool: measure,
    menu: 'draw',
    shortcut: 'M',
    icon: ['M3.5 16L16 3.5 20.5 8 8 20.5zM7 12.5l2 2M10 9.5l2.5 2.5M13 6.5l2 2'],
  },
  'draw-property-line': {
    tool: drawPropertyLine,
    menu: 'draw',
    shortcut: 'L',
    group: 'begins',
    icon: [
      'M8 5h2.5M13.5 5H16M19 8v2.5M19 13.5V16M16 19h-2.5M10.5 19H8M5 16v-2.5M5 10.5V8',
      dots(
        [
          [5, 5],
          [19, 5],
          [19, 19],
          [5, 19],
        ],
        1.75,
      ),
    ],
  },
  'draw-building': {
    tool: drawBuilding,
    menu: 'draw',
    shortcut: 'B',
    icon: ['M4 20V8l8-4 8 4v12zM9 20v-5h6v5'],
  },
  'draw-wall': {
    tool: drawWall,
    menu: 'draw',
    shortcut: 'W',
    icon: ['M3 7h18v10H3zM3 12h18M9 7v5M15 12v5'],
  },
  'place-opening': {
    tool: placeOpening,
    menu: 'draw',
    shortcut: 'D',
    icon: ['M3 19h4M17 19h4M7 16.5v5M17 16.5v5M7 19V8a11 11 0 0 1 10 11'],
  },
  'draw-fence': {
    tool: drawFence,
    menu: 'draw',
    shortcut: 'F',
    icon: ['M3 9h18M3 15h18M6 5v14M12 5v14M18 5v14'],
  },
  'place-gate': {
    tool: placeGate,
    menu: 'draw',
    shortcut: 'G',
    icon: ['M4 4v16M20 4v16M4 8h11v8H4M4 16l11-8'],
  },
  'draw-road': {
    tool: drawRoad,
    menu: 'draw',
    shortcut: 'R',
    icon: ['M8 3L4 21M16 3l4 18M12 4v3M12 10.5v3M12 17v3'],
  },
  'draw-route': {
    tool: drawRoute,
    menu: 'draw',
    shortcut: 'U',
    icon: [
      'M5 21c0-5 14-4 14-9S5 9 5 3',
      dots(
        [
          [5, 21],
          [5, 3],
        ],
        1.9,
      ),
    ],
  },
  'draw-parking': {
    tool: drawParking,
    menu: 'draw',
    shortcut: 'K',
    icon: ['M4 4h16v16H4zM9.5 17V7.5h3.25a2.75 2.75 0 0 1 0 5.5H9.5'],
  },
  'draw-area': {
    tool: drawArea,
    menu: 'draw',
    shortcut: 'A',
    icon: [
      'M5 7l8-2.5 6 5.5-2.5 8.5L7 19.5z',
      dots(
        [
          [5, 7],
          [13, 4.5],
          [19, 10],
          [16.5, 18.5],
          [7, 19.5],
        ],
        1.7,
      ),
    ],
  },
  'draw-obstacle': {
    tool: drawObstacle,
    menu: 'draw',
    shortcut: 'O',
    icon: ['M5 16l2.5-8 6-2.5 5.5 5L20 17l-6 2.5H8zM7.5 8l4.5 4.5 7-2M12 12.5V19'],
  },
  'place-barrier': {
    tool: placeBarrier,
    menu: 'place',
    shortcut: 'J',
    group: 'begins',
    icon: ['M3 9h18v6H3zM7.5 9l-3 6M12.5 9l-3 6M17.5 9l-3 6M6 15v4M18 15v4'],
  },
  'place-bollards': {
    tool: placeBollards,
    menu: 'place',
    shortcut: 'Y',
    icon: ['M5.5 19.5V10a2 2 0 0 1 4 0v9.5M14.5 19.5V10a2 2 0 0 1 4 0v9.5M3 19.5h18M5.5 12.5h4M14.5 12.5h4'],
  },
  'place-camera': {
    tool: placeCamera,
    menu: 'place',
    shortcut: 'C',
    icon: ['M3 8h11v8H3zM14 11l7-4v10l-7-4'],
  },
  'place-post': {
    tool: placePost,
    menu: 'place',
    shortcut: 'P',
    icon: ['M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z'],
  },
  'draw-patrol': {
    tool: drawPatrol,
    menu: 'place',
    shortcut: 'N',
    icon: ['M5 5h11a3.5 3.5 0 0 1 0 7H8a3.5 3.5 0 0 0 0 7h10M15 16l3 3-3 3', dot(5, 5, 1.9)],
  },
  'place-light': {
    tool: placeLight,
    menu: 'place',
    shortcut: 'H',
    icon: [
      'M12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3L7 7M17 17l1.7 1.7M5.3 18.7L7 17M17 7l1.7-1.7M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
    ],
  },
  'place-sensor': {
    tool: placeSensor,
    menu: 'place',
    shortcut: 'S',
    icon: ['M9.5 8.5a5 5 0 0 1 0 7M12.5 5.5a9.2 9.2 0 0 1 0 13M15.5 3a13 13 0 0 1 0 18', dot(6, 12, 2)],
  },
  'place-reader': {
    tool: placeReader,
    menu: 'place',
    shortcut: 'E',
    icon: [
      'M6 3h12v18H6zM6 7.5h12',
      dots(
        [
          [9.5, 12],
          [14.5, 12],
          [9.5, 16.5],
          [14.5, 16.5],
        ],
        1.1,
      ),
    ],
  },
  ...plainDevices,
  'draw-coverage-zone': {
    tool: drawCoverageZone,
    menu: 'place',
    shortcut: 'Z',
    group: 'begins',
    icon: [
      'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M6.5 12S8.5 8.5 12 8.5s5.5 3.5 5.5 3.5-2 3.5-5.5 3.5S6.5 12 6.5 12z',
      dot(12, 12, 1.5),
    ],
  },
  'place-asset': {
    tool: placeAsset,
    menu: 'place',
    shortcut: null,
    icon: ['M12 3l2.6 5.8 6.4.7-4.8 4.2 1.4 6.3-5.6-3.3L6.4 20l1.4-6.3L3 9.5l6.4-.7z'],
  },
  'draw-approach': {
    tool: drawApproach,
    menu: 'place',
    shortcut: null,
    icon: ['M3 12h13M12 7l5 5-5 5M20.5 5v14', dot(3.5, 12, 1.6)],
  },
  'place-text': {
    tool: placeText,
    menu: 'place',
    shortcut: 'T',
    group: 'begins',
    icon: ['M5 7V4h14v3M12 4v16M9 20h6'],
  },
  'place-dimension': {
    tool: placeDimension,
    menu: 'place',
    shortcut: 'Shift+D',
    icon: ['M3 7v10M21 7v10M3 12h18M6 9l-3 3 3 3M18 9l3 3-3 3'],
  },
  'place-callout': {
    tool: placeCallout,
    menu: 'place',
    shortcut: 'Shift+T',
    icon: ['M4 20l6-7M9 4h11v9H9zM12 8.5h5', dot(4, 20, 1.5)],
  },
  'place-template': {
    tool: placeTemplate,
    menu: 'place',
    shortcut: 'Shift+B',
    icon: ['M4 4h10v10H4zM4 9h10M9 4v10M18 13v8M14 17h8'],
  },
  calibrate: {
    tool: calibrate,
    menu: 'draw',
    shortcut: 'I',
    icon: ['M4 14v6M20 14v6M4 17h16M7 14.5L4 17l3 2.5M17 14.5l3 2.5-3 2.5M12 3v6M9 6h6'],
  },
  'frame-sheet': {
    tool: frameSheetTool,
    menu: 'view',
    shortcut: 'Shift+F5',
    icon: ['M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8.5 9h7v6h-7z'],
  },
  'match-properties': {
    tool: matchPropertiesTool,
    menu: 'edit',
    shortcut: 'Shift+M',
    group: 'begins',
    icon: ['M13.5 6.5l4 4M4 20l1-4L15.5 5.5a2.1 2.1 0 0 1 3 3L8 19z', dot(19, 19, 1.5)],
  },
} as const satisfies Readonly<Record<string, ToolRow>>;

export type ToolId = keyof typeof toolRows;

export const toolIds = Object.keys(toolRows) as readonly ToolId[];

/** All tools by their ids. */
export const tools = Object.fromEntries(
  Object.entries<ToolRow>(toolRows).map(([id, { tool }]) => [id, tool]),
) as {
  readonly [Id in ToolId]: AnyTool;
};
