import type { PictureError } from '../../core/codec/picture/picture-info.ts';

/** What an export says of a picture that it leaves out because it is damaged. */
export function damagedPicture(name: string): string {
  return `The picture "${name}" is damaged and left out. Add it again from where it came.`;
}

/** What it says of one that no output draws, by the reason that such a picture is not taken any more. */
export function undrawnPicture(name: string, { reason, message }: PictureError): string {
  return reason === 'damaged' || reason === 'truncated'
    ? damagedPicture(name)
    : `The picture "${name}" is left out: it ${message}`;
}

/** What an export of an unsaved plan says of a picture that the database does not give. */
export function missingPicture(name: string): string {
  return `The picture "${name}" could not be read and is left out. Add it again from where it came.`;
}

/** What the window says of a picture of the open plan that it cannot show. */
export function cannotBeShown(name: string, { reason, message }: PictureError): string {
  return reason === 'damaged' || reason === 'truncated'
    ? `The picture "${name}" is damaged and not shown. Add it again from where it came.`
    : `The picture "${name}" is not shown: it ${message}`;
}
