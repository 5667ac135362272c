/** Rooms and walls: their commands, the names of their undo steps and why they are refused. */
export const wallMessages = {
  'command.modify.makeRooms': 'Make rooms of closed walls',
  'edit.makeRooms': 'Make rooms',
  'refusal.no-closed-walls': 'No walls on this floor enclose a room. Close their corners first.',
  'refusal.rooms-are-there': 'Every room that walls enclose on this floor is there already.',
  'refusal.covers-existing-wall':
    'A wall would lie on another one. Choose another place, or delete one of the two first.',
  'refusal.crosses-itself':
    'The outline would cross or touch itself. Put the corners in order around the area.',
} as const;
