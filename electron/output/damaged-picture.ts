/** What an export says of a picture that it leaves out because it is damaged. */
export function damagedPicture(name: string): string {
  return `The picture "${name}" is damaged and left out. Add it again from where it came.`;
}

/** What a PNG says of a picture whose colours cannot be drawn in it. */
export function pictureInPrintingColours(name: string): string {
  return `The picture "${name}" has the four colours of printing (CMYK) and is left out of a PNG. Export a PDF, or save the picture in RGB and add it again.`;
}

/** What an export of an unsaved plan says of a picture that the database does not give. */
export function missingPicture(name: string): string {
  return `The picture "${name}" could not be read and is left out. Add it again from where it came.`;
}
