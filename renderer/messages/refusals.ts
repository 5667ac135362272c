import type { Refusal } from '../editor/refusal.ts';

/** What each refusal says: what is wrong, where, and what to do. */
export const refusalSentences: { readonly [R in Refusal]: string } = {
  // The layer, and what is on it.
  'layer-hidden': 'The active layer is hidden. Show it, or choose another layer.',
  'layer-off-sheet':
    'The active layer is not on the sheet whose frame is shown. Hide the frame, or choose another layer.',
  'layer-locked': 'The active layer is locked. Unlock it, or choose another layer.',
  'on-locked-layer': 'Some of it is on a locked layer. Unlock that layer first.',
  locked: 'This is locked. Unlock it in the inspector, or its layer in the layers panel.',
  'in-use': 'It is in use. Move what is on it elsewhere first.',
  'last-one': 'A plan keeps at least one. Add another one first.',
  'same-floor': 'It is on that floor already. Choose another floor.',

  // What is at the pointer.
  'no-wall-here': 'There is no wall here. Point at a wall.',
  'no-edge-here': 'There is no straight edge here. Click the edge of a record.',
  'no-arc-here': 'There is no bent wall here. Click on one.',
  'no-surface-here': 'No surface encloses this point. Click inside a room, building or area.',
  'no-underlay': 'There is no picture here. Add a floor-plan picture first.',
  'no-sheet-chosen': 'No sheet of this floor is chosen. Choose one in the bar at the top first.',
  'nothing-here': 'Point at a wall, fence, road or barrier first.',
  'corner-here': 'There is a corner here already. Point farther along the side.',
  'opening-here': 'A door, window or gate is in the way. Move it first.',
  'near-end': 'That is at an end. Point farther inside the line.',
  'outside-plan': 'That lies more than 1,000 km from the plan origin. Choose a place nearer to it.',

  // What is drawn.
  'too-short': 'A wall is at least 10 mm long. Make it longer.',
  'too-few-points': 'At least two different points are needed. Click another one.',
  'too-few-corners': 'At least three corners are needed. Click another one.',
  'no-area': 'These corners enclose no area. Put one of them aside of the others.',
  'side-without-length': 'Two corners would lie on one another. Delete one of them, or put it elsewhere.',
  'crosses-itself': 'The outline would cross or touch itself. Put the corners in order around the area.',
  'covers-existing-wall':
    'A wall would lie on another one. Choose another place, or delete one of the two first.',
  'last-corners': 'An outline needs three corners. To delete all of it, press Esc first, then Delete.',
  'last-points': 'A line needs its two ends. To delete all of it, press Esc first, then Delete.',
  'too-small': 'Two of its points would fall on one another. Keep it larger than 1 mm.',
  'same-point': 'The two points coincide. Choose points far apart.',

  // Doors, windows and gates.
  'does-not-fit': 'The door or window is wider than its wall here. Choose a narrower one, or a longer wall.',
  'opening-does-not-fit':
    'A door or window in this wall would no longer fit. Make it narrower or move it first.',
  'overlaps-opening': 'There is another door or window here. Choose another place, or move that one first.',
  'openings-need-walls': 'A door or window goes with its wall. Take the wall too.',
  'too-wide': 'The gate is wider than its fence here. Choose a narrower one, or a longer fence.',

  // What is typed.
  'no-direction': 'Move the pointer to give the direction, then type the length.',
  'no-length': 'Type a length greater than zero.',
  'no-distance': 'Type a distance greater than zero.',
  'type-distance': 'Type the true distance between the two points, then press Enter.',
  'no-room': 'There is no room for that here. Type another distance.',
  'no-name': 'Give it a name.',
  'tag-taken': 'Another record has this tag already. Type another one, or rename that record first.',
  'invalid-record': 'A value is outside what the plan can hold. Choose another one.',
  'broken-record':
    'It would have no length or area, or not lie on what holds it. Choose another value or place.',
  'id-taken': 'The plan has it already. Try once more.',
  'not-found': 'It does not exist any more. Choose another one.',

  // Lines.
  'not-a-line': 'Choose walls, fences, roads or barriers, for joining all of one kind.',
  'bent-wall': 'This works with straight walls only. Choose straight ones.',
  'nothing-to-trim':
    'Nothing crosses this line, so there is nothing to trim to. Draw a line across it first.',
  'nothing-ahead': 'No line lies ahead of this end. Point at the other end, or draw a line ahead first.',
  'not-in-line': 'These walls are not in one straight line. Use “Round or close the corner” instead.',
  'do-not-meet': 'The ends do not meet. Move or extend one of them to the other first.',
  'parallel-walls': 'These walls are parallel and have no corner. Choose two that lead to one.',
  'radius-too-large': 'The radius is too large for these sides. Type a smaller one.',
  'offset-too-far': 'There is no room for a parallel at this distance. Type a smaller one.',

  // Many at once.
  'no-path': 'Select one line to go along as well: a fence, wall, road, outline or row.',
  'no-places': 'The line is shorter than that: nothing would be placed. Type smaller distances.',
  'too-many': 'That would be too many at once. Make the distance larger or the number smaller.',
  'too-few-records': 'Select more records that can move; what is locked or stands in a wall stays.',
  'nothing-to-number': 'Nothing here can be numbered. Select records first.',
  'nothing-to-pass': 'Nothing of its kind is there to go past. It stays where it is.',
  'too-few-to-group': 'Select at least two records that are not one group yet.',
  'groups-too-deep': 'That would put more than 16 groups within each other. Ungroup some of them first.',
  'not-grouped': 'Nothing that is selected is in a group. Select a group first.',

  // Rooms.
  'no-closed-walls': 'No walls on this floor enclose a room. Close their corners first.',
  'walls-on-each-other':
    'Too many walls of this floor lie over each other to find rooms between them. Remove those that were drawn twice, or take them to another floor.',
  'rooms-are-there': 'Every room that walls enclose on this floor is there already.',

  // What is inserted.
  'no-template': 'Choose a template in the catalogue first.',
  'template-in-part':
    'Some of the template was left out: a door without its wall, a note without what it is on, or a picture this plan does not have. Add that here.',
  'pictures-stay': 'A picture is not pasted where it is not known yet. Add its file to this plan first.',
  'nothing-to-insert': 'There is nothing in it to insert. Choose another one.',

  // Undo and redo.
  'undo.damaged':
    'Undo stops here: the change before this is damaged in the database. The plan itself is whole; go on from here.',
  'undo.too-new':
    'Undo stops here: a newer Sallyport made the change before this. Open the plan with that one to go further back.',
  'redo.damaged':
    'Redo stops here: the change after this is damaged in the database. The plan itself is whole; go on from here.',
  'redo.too-new':
    'Redo stops here: a newer Sallyport made the change after this. Open the plan with that one to go further.',

  // How large a plan may be.
  'too-many-records':
    'The plan would have more than 300,000 records, and nothing was changed. Divide it into several plans.',
  'too-many-pictures':
    'The plan would have more than 10,000 pictures, and nothing was changed. Divide it into several plans.',
  'too-many-corners':
    'The plan would have more than 5,000,000 corners, and nothing was changed. Divide it into several plans.',
  'too-much-text':
    'The plan would be longer than 250 MB as text, and nothing was changed. Divide it, or shorten its notes.',
  'record-too-large':
    'One record would have more than 100,000 corners, and nothing was changed. Divide it into several records.',
};

/** The sentence that a person reads when something is refused. */
export function sentenceOf(refusal: Refusal): string {
  return refusalSentences[refusal];
}
