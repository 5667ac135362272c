import { readLevelProfile } from '../../core/catalogue/read-level-profile.ts';
import type { AppError } from '../../core/contract/method.ts';
import type { ReadCameras, ReadProfile } from '../../core/contract/shapes.ts';
import { readCameraCsv } from '../../core/exchange/cameras/read-camera-csv.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { textOfUtf8 } from '../../core/utf8.ts';
import { readSource } from '../files/read-source.ts';
import type { Work } from './job.ts';

export type ReadCatalogueRequest = { readonly file: string; readonly holds: 'cameras' | 'levels' };

/** What a file holds, without its name. */
export type ReadCatalogue =
  | ({ readonly holds: 'cameras' } & Omit<ReadCameras, 'name'>)
  | ({ readonly holds: 'levels' } & Omit<ReadProfile, 'name'>);

const refused = (message: string): Result<never, AppError> => err({ code: 'refused', message });

/** A table of cameras, or a level profile, in a file that a person chose. */
export const readCatalogueJob: Work<ReadCatalogueRequest, ReadCatalogue> = async ({ file, holds }) => {
  const source = await readSource(file);
  if (!source.ok) return source;
  const text = textOfUtf8(source.value);
  if (text === null)
    return refused(
      'This file is not UTF-8: letters and signs of units would be lost. Save it as UTF-8, in a spreadsheet as “CSV UTF-8”, and choose it again.',
    );
  if (holds === 'levels') {
    const profile = readLevelProfile(text);
    if (!profile.ok) return refused(profile.error.message);
    const { levels, ...rest } = profile.value;
    return ok({ holds, profile: { ...rest, levels: [...levels] } });
  }
  const table = readCameraCsv(text);
  if (!table.ok) return refused(table.error.message);
  const { cameras, remarks } = table.value;
  if (cameras.length === 0)
    return refused(['There is no camera in this table that can be read.', ...remarks].join(' '));
  return ok({ holds, cameras: [...cameras], remarks: [...remarks] });
};
