/** What an export says of a picture that it leaves out. */
export function damagedPicture(name: string): string {
  return `The picture "${name}" is damaged and left out. Add it again from where it came.`;
}
