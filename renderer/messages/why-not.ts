/** Why a command cannot be run now: short enough to stand beside its name. */
export const whyNotMessages = {
  'whyNot.nothingToUndo': 'There is nothing to undo.',
  'whyNot.nothingToRedo': 'There is nothing to redo.',
  'whyNot.nothingSelected': 'Nothing is selected.',
  'whyNot.fewerThanTwo': 'Fewer than two records are selected.',
  'whyNot.fewerThanThree': 'Fewer than three records are selected.',
  'whyNot.severalSelected': 'More than one record is selected.',
  'whyNot.noLine': 'No wall, fence or other line is selected.',
  'whyNot.severalLines': 'More than one line is selected.',
  'whyNot.lineNotAlone': 'More than the line is selected.',
  'whyNot.nothingBesideLine': 'Nothing is selected besides the line.',
  'whyNot.noCorners': 'What is selected has no corners.',
  'whyNot.noSides': 'What is selected has no sides.',
  'whyNot.noCornerChosen': 'No corner is chosen.',
  'whyNot.oneFloor': 'The plan has only one floor.',
  'whyNot.highestFloor': 'No floor lies above this one.',
  'whyNot.lowestFloor': 'No floor lies beneath this one.',
  'whyNot.noCameraSelected': 'Select one camera first.',
  'whyNot.noSheets': 'The plan has no sheets.',
  'whyNot.noCameras': 'The plan has no cameras.',
  'whyNot.oneSheet': 'The plan has only one sheet.',
  'whyNot.noSheetChosen': 'No sheet is chosen.',
  'whyNot.noZone': 'No coverage zone is selected.',
  'whyNot.severalZones': 'More than one coverage zone is selected.',
  'whyNot.noPicture': 'This floor has no picture.',
} as const;

export type WhyNotKey = keyof typeof whyNotMessages;
