/** Rooms and walls: their commands and the names of their undo steps. */
export const wallMessages = {
  'command.modify.makeRooms': 'Make rooms of closed walls',
  'edit.makeRooms': 'Make rooms',
  'walls.makingRooms': 'Making rooms…',
  'walls.roomsFailed':
    'The rooms could not be found: the computation broke off. The plan is as it was; try again.',
  'walls.anArea': 'An area',
  'walls.leftOne':
    '{name} keeps its outline and no longer follows its walls: they leave it open, divide it or join it with another. Make rooms (Shift U) makes it follow again.',
  'walls.leftMany':
    '{count} areas keep their outlines and no longer follow their walls: these leave them open, divide or join them. Make rooms (Shift U) makes them follow again.',
  'walls.options': 'Options of the wall tool',
  'walls.type': 'Type',
  'walls.ownType': 'Own values',
  'walls.fullHeight': 'full',
  'walls.side': 'Body of the wall',
  'walls.side.left': 'Left of line',
  'walls.side.centre': 'On the line',
  'walls.side.right': 'Right of line',
  'walls.sight.glass': 'Glass: stops people, not sight; cameras see through it.',
  'walls.sight.mesh': 'Mesh: stops people, not sight, like a fence.',
} as const;
