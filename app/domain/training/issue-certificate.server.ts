import { readMerchant } from '~/domain/merchants/read-merchant.server';
import type { Tx } from '~/platform/app-context';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import { type MerchantId, newId, type PersonId } from '~/shared/ids';
import { randomWord } from '~/shared/random-word';
import { regionOf } from '~/shared/regions';
import { accept, type Result, refuse } from '~/shared/result';
import { COURSE, certificateState, endOfValidity, makeCertificateCode, printable } from './certificate';
import { type Certificate, readLastCertificate } from './read-certificate.server';
import { type LessonStanding, readProgress } from './read-progress.server';
import type { LessonSlug } from './training';

export type IssueCertificateRefusal =
  | { code: 'course_unfinished'; lessons: LessonSlug[]; of: number }
  | { code: 'certificate_nameless' }
  | { code: 'certificate_revoked'; until: number };

/**
 * Certifies that a merchant has finished the course, if her data says so now: every lesson's quiz passed and every
 * practice true, read again here whatever a page showed. One in force is answered as it is, so a second tap makes no other.
 */
export async function issueCertificate(
  tx: Tx,
  options: { merchantId: MerchantId; personId: PersonId; now: number; fences?: Pick<Fences, 'guard'> },
): Promise<Result<Certificate, IssueCertificateRefusal>> {
  const { merchantId, personId, now, fences = ALL_FENCES } = options;
  const last = await readLastCertificate(tx, merchantId);
  if (last && certificateState(last, now) === 'valid') return accept(last);
  if (last?.againFrom && now < last.againFrom) return refuse({ code: 'certificate_revoked', until: last.againFrom });
  const lessons = await readProgress(tx, { merchantId, now });
  const open = lessons.filter((lesson) => !lesson.complete).map(({ slug }) => slug);
  if (open.length > 0) return refuse({ code: 'course_unfinished', lessons: open, of: lessons.length });
  const printed = await readPrinted(tx, merchantId);
  if (!printed) return refuse({ code: 'certificate_nameless' });
  await tx
    .insertInto('training_certificate')
    .values({
      id: newId('crt', now),
      code: makeCertificateCode(Array.from({ length: 9 }, randomWord)),
      merchant_id: merchantId,
      person_id: personId,
      course: COURSE,
      course_version: versionOf(lessons),
      // Two taps at once want the same turn: the second finds the first one's certificate.
      turn: fences.guard ? (last?.turn ?? 0) + 1 : randomWord(),
      ...printed,
      issued_at: now,
      valid_until: endOfValidity(now),
      revoked_at: null,
      revoked_by: null,
      revoked_why: null,
      again_from: null,
    })
    .onConflict((conflict) => conflict.columns(['merchant_id', 'course', 'turn']).doNothing())
    .execute();
  const issued = await readLastCertificate(tx, merchantId);
  if (!issued) throw new Error(`no certificate of ${merchantId} after it was issued`);
  return accept(issued);
}

function versionOf(lessons: readonly LessonStanding[]): string {
  return lessons.map(({ slug, version }) => `${slug}.${version}`).join(' ');
}

/** Names as the sheet prints them; null where a name has no letter that it could print. */
async function readPrinted(tx: Tx, merchantId: MerchantId) {
  const merchant = await readMerchant(tx, merchantId);
  const holder = printable(merchant?.ownerName ?? '');
  const stall = printable(merchant?.stallName ?? '');
  const city = regionOf(merchant?.regionCode ?? '')?.name;
  return holder && stall && city ? { holder, stall, city } : null;
}
