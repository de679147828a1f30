import { readPerson } from '~/domain/identity/read-person.server';
import type { Tx } from '~/platform/app-context';
import { removeFilesOf } from '~/platform/file.server';
import { forgetMentions } from '~/platform/forget-mentions.server';
import type { MerchantId } from '~/shared/ids';
import { type DataSubject, ERASED_NAME } from '~/shared/personal-data';
import { changeMerchantState } from './change-merchant-state.server';
import { announceMerchantChange } from './internal/announce-change.server';
import { readMerchantWords } from './read-merchant-words.server';

const NOTHING = {
  stall_name: ERASED_NAME,
  owner_name: null,
  phone: null,
  district: null,
  address: null,
  category: null,
  story: null,
  photo_file_id: null,
  kbli_edition: null,
  kbli_code: null,
  woman_owned: null,
  capital: null,
  yearly_sales: null,
  qris_criterion: null,
  import_identity: null,
} as const;

/** Her businesses close and lose everything that describes them; her name and phone go from those she only helped. */
export async function eraseFromMerchants(tx: Tx, subject: DataSubject, now: number): Promise<void> {
  const { personId, merchantIds } = subject;
  await tx.deleteFrom('merchant_sign_up_answer').where('person_id', '=', personId).execute();
  await forgetMentions(tx, { words: await readMerchantWords(tx, merchantIds) });
  await removeFilesOf(tx, { ownerKind: 'merchant', ownerIds: merchantIds });
  for (const merchantId of merchantIds) await eraseMerchant(tx, subject, merchantId, now);
  const person = await readPerson(tx, personId);
  if (!person?.phone) return;
  const elsewhere = tx.updateTable('merchant_profile').where('phone', '=', person.phone);
  if (person.name) await elsewhere.set({ owner_name: null }).where('owner_name', '=', person.name).execute();
  await elsewhere.set({ phone: null, import_identity: null }).execute();
}

async function eraseMerchant(tx: Tx, { personId }: DataSubject, merchantId: MerchantId, now: number): Promise<void> {
  // A closed one stays closed: erasing again finds it so.
  await changeMerchantState(tx, { merchantId, to: 'closed', by: personId, why: '', now });
  await tx.updateTable('merchant_state_change').set({ why: '' }).where('merchant_id', '=', merchantId).execute();
  await erasePapers(tx, merchantId);
  await tx.deleteFrom('merchant_hours').where('merchant_id', '=', merchantId).execute();
  await tx.deleteFrom('merchant_contact').where('merchant_id', '=', merchantId).execute();
  await tx.deleteFrom('merchant_claim').where('merchant_id', '=', merchantId).execute();
  await tx.deleteFrom('merchant_field_author').where('merchant_id', '=', merchantId).execute();
  await tx
    .updateTable('merchant_profile')
    .set({ ...NOTHING, slug: merchantId.replace('_', '-'), updated_at: now })
    .where('id', '=', merchantId)
    .execute();
  await announceMerchantChange(tx, { merchantId, now });
}

const TABLES_OF_PAPERS = [
  'merchant_document_page',
  'merchant_document_check',
  'merchant_document',
  'merchant_section_revision',
  'merchant_section',
] as const;

async function erasePapers(tx: Tx, merchantId: MerchantId): Promise<void> {
  const papers = tx.selectFrom('merchant_document').where('merchant_id', '=', merchantId);
  const declared = await papers.select('number_hmac').where('kind', '=', 'ktp').executeTakeFirst();
  if (declared?.number_hmac) {
    await tx.deleteFrom('merchant_nik').where('number_hmac', '=', declared.number_hmac).execute();
  }
  // Who looked at them stays, as the numbers of rows that are gone: the record is never changed.
  await removeFilesOf(tx, { ownerKind: 'document', ownerIds: [merchantId] });
  // What was handed in for review says the same once more, word for word.
  for (const table of TABLES_OF_PAPERS) {
    await tx.deleteFrom(table).where('merchant_id', '=', merchantId).execute();
  }
}
