import type { Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import type { Language } from '~/shared/language';

export interface PersonChange {
  personId: PersonId;
  /** As on the KTP, one field; one word is a whole name. */
  name?: string;
  /** Where messages go that no phone takes. */
  email?: string;
  /** Language of messages to this person. */
  language?: Language;
}

/** Changes what a person is called or the language she is written to; what is left out stays. */
export async function changePerson(tx: Tx, { personId, name, email, language }: PersonChange): Promise<void> {
  const change = {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(language === undefined ? {} : { language }),
  };
  if (Object.keys(change).length === 0) return;
  await tx.updateTable('identity_person').set(change).where('id', '=', personId).execute();
}
