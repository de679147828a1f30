import type { ReadDb, Tx } from '~/platform/app-context';
import { sendMessage } from '~/platform/message.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import type { FestivalMessage } from '~/shared/message-templates';
import type { FestivalRow } from './festival-row.server';

export interface Notice {
  festival: FestivalRow;
  merchantIds: readonly MerchantId[];
  template: FestivalMessage;
  /** What this notice says beyond the names of stall and festival. */
  values?: (merchantId: MerchantId) => Record<string, string | number>;
  /** Unique per notice; the merchant's id is added. */
  key: string;
  now: number;
}

/** One message for each merchant's owners, through the outbox. A merchant nobody can reach is told by her page only. */
export async function tellMerchants(
  tx: Tx,
  { festival, merchantIds, template, values, key, now }: Notice,
): Promise<number> {
  const contacts = await readContacts(tx, merchantIds);
  for (const contact of contacts) {
    await sendMessage(tx, {
      to: { phone: contact.phone },
      personId: contact.personId,
      template,
      values: {
        stall: contact.stallName,
        festival: festival.name,
        zone: festival.zone,
        ...values?.(contact.merchantId),
      },
      path: `/usaha/${contact.merchantId}/festival/${festival.slug}`,
      language: contact.language,
      key: `${key}:${contact.merchantId}:${contact.phone}`,
      now,
    });
  }
  return contacts.length;
}

interface Contact {
  merchantId: MerchantId;
  stallName: string;
  phone: string;
  personId: PersonId | null;
  language: 'id' | 'en';
}

/** Owners with a phone; where there is none, the business phone. */
async function readContacts(db: ReadDb | Tx, merchantIds: readonly MerchantId[]): Promise<Contact[]> {
  if (merchantIds.length === 0) return [];
  const rows = await db
    .selectFrom('merchant_profile')
    .leftJoin('identity_member', (join) =>
      join
        .onRef('identity_member.scope_id', '=', 'merchant_profile.id')
        .on('identity_member.scope_kind', '=', 'merchant')
        .on('identity_member.role', '=', 'owner')
        .on('identity_member.ended_at', 'is', null),
    )
    .leftJoin('identity_person', 'identity_person.id', 'identity_member.person_id')
    .select([
      'merchant_profile.id as merchantId',
      'merchant_profile.stall_name as stallName',
      'merchant_profile.phone as businessPhone',
      'identity_person.phone as ownPhone',
      'identity_person.id as personId',
      'identity_person.language as language',
    ])
    .where('merchant_profile.id', 'in', [...merchantIds])
    .orderBy('merchant_profile.id')
    .execute();
  return rows.flatMap((row) => {
    const phone = row.ownPhone ?? row.businessPhone;
    if (!phone) return [];
    const { merchantId, stallName, personId } = row;
    return [
      { merchantId, stallName, phone, personId, language: row.language === 'en' ? ('en' as const) : ('id' as const) },
    ];
  });
}
