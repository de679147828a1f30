import type { ProfileNeed } from './merchants';

/** What still has to be said before a profile can be handed in, in the order of the screen. */
export function missingInProfile(
  profile: { ownerName: string | null; category: string | null; district: string | null },
  { consent }: { consent: boolean },
): ProfileNeed[] {
  const missing: ProfileNeed[] = [];
  if (!profile.ownerName) missing.push('owner_name');
  if (!profile.category) missing.push('category');
  if (!profile.district) missing.push('district');
  if (!consent) missing.push('consent');
  return missing;
}
