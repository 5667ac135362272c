import type { RecordOf } from '../../../core/plan/kinds/index.ts';
import type { Fields } from './try-change.ts';

type Settings = Pick<RecordOf<'settings'>, 'ownProfiles'>;
type Profile = Settings['ownProfiles'][number];

/** A profile among those of a plan and chosen: it takes the place of one with its id, whose title is then `former`. */
export function withProfile(
  { ownProfiles }: Settings,
  profile: Profile,
): { readonly fields: Fields; readonly former: string | null } {
  const at = ownProfiles.findIndex(({ id }) => id === profile.id);
  const fields = {
    ownProfiles: at < 0 ? [...ownProfiles, profile] : ownProfiles.with(at, profile),
    levelProfile: profile.id,
  };
  return { fields, former: ownProfiles[at]?.title ?? null };
}
