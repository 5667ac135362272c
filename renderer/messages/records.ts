/** What is said about copied, grouped and inserted records. */
export const recordMessages = {
  'group.name': 'Group {number}',
  'paste.openingsLeft': 'Doors or windows left out because their wall was not copied: {count}.',
  'paste.picturesLeft': 'Pictures left out because this plan does not have their files: {count}.',
  'paste.notesLeft': 'Notes left out because what they are attached to was not copied: {count}.',
  'paste.released': 'Links to records that were not copied are released: {count}.',
} as const;
