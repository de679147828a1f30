import type { Selectable } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { CertificateId, MerchantId } from '~/shared/ids';
import type { TrainingCertificateTable } from '~db/schema/training';
import { COURSE } from './certificate';

/** A certificate as it was printed, and whether it was taken back. Instants in epoch ms. */
export interface Certificate {
  id: CertificateId;
  code: string;
  merchantId: MerchantId;
  holder: string;
  stall: string;
  city: string;
  /** How many lessons the course had. */
  lessons: number;
  turn: number;
  issuedAt: number;
  validUntil: number;
  revokedAt: number | null;
  revokedWhy: string | null;
  againFrom: number | null;
}

type Reader = ReadDb | Tx;

/** The certificate of a code (`readCertificateCode`), or null. */
export async function readCertificate(db: Reader, code: string): Promise<Certificate | null> {
  const row = await db.selectFrom('training_certificate').selectAll().where('code', '=', code).executeTakeFirst();
  return row ? toCertificate(row) : null;
}

export async function readCertificateById(db: Reader, id: CertificateId): Promise<Certificate | null> {
  const row = await db.selectFrom('training_certificate').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toCertificate(row) : null;
}

/** The merchant's newest, in force or not; null before her first. */
export async function readLastCertificate(db: Reader, merchantId: MerchantId): Promise<Certificate | null> {
  const row = await db
    .selectFrom('training_certificate')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('course', '=', COURSE)
    .orderBy('turn', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toCertificate(row) : null;
}

/** Newest first, a page of them; one more than asked for when there are more. */
export async function readNewestCertificates(
  db: Reader,
  { from, count }: { from: number; count: number },
): Promise<Certificate[]> {
  const rows = await db
    .selectFrom('training_certificate')
    .selectAll()
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .offset(from)
    .limit(count + 1)
    .execute();
  return rows.map(toCertificate);
}

function toCertificate(row: Selectable<TrainingCertificateTable>): Certificate {
  return {
    id: row.id,
    code: row.code,
    merchantId: row.merchant_id,
    holder: row.holder,
    stall: row.stall,
    city: row.city,
    lessons: row.course_version.split(' ').length,
    turn: row.turn,
    issuedAt: row.issued_at,
    validUntil: row.valid_until,
    revokedAt: row.revoked_at,
    revokedWhy: row.revoked_why,
    againFrom: row.again_from,
  };
}
