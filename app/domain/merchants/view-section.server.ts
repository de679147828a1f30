import { noteNumberLook } from '~/domain/identity/note-number-look.server';
import type { Tx } from '~/platform/app-context';
import type { Secrets } from '~/platform/secret.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import { readSectionUnderReview, type SectionUnderReview } from './read-sections.server';
import type { ComparedLine, Section } from './section';

/**
 * A section shown to a verifier, numbers in the open; that she was shown each of them is written down in the same unit of
 * work. Null where there is no such section.
 */
export async function viewSection(
  tx: Tx,
  {
    viewerId,
    now,
    ...asked
  }: { merchantId: MerchantId; section: Section; viewerId: PersonId; secrets: Secrets; now: number },
): Promise<SectionUnderReview | null> {
  const section = await readSectionUnderReview(tx, asked);
  if (!section) return null;
  await noteNumberLook(tx, { merchantId: asked.merchantId, about: numbersIn(section.lines), viewerId, now });
  return section;
}

/** Kinds of papers whose number stands there, now or before. */
function numbersIn(lines: readonly ComparedLine[]): string[] {
  return lines.flatMap(({ field, value, before }) => {
    const [kind = '', part] = field.split('.');
    return part === 'number' && (value ?? before ?? null) !== null ? [kind] : [];
  });
}
