/** What an export says of a picture that it leaves out. */
export function damagedPicture(name: string): string {
  return `The picture "${name}" is damaged and left out. Add it again from where it came.`;
}

/** What an export of an unsaved plan says of a picture that the database does not give. */
export function missingPicture(name: string): string {
  return `The picture "${name}" could not be read and is left out. Add it again from where it came.`;
}
