import type { Tx } from '~/platform/app-context';
import { forgetMentions } from '~/platform/forget-mentions.server';
import type { PersonId } from '~/shared/ids';
import type { DataSubject } from '~/shared/personal-data';
import { eraseAccess } from './erase-access.server';
import { readPerson } from './read-person.server';

/** Nobody is signed in as her any more, and nothing is agreed to: before the rest goes, so that nothing new comes. */
export async function shutOut(tx: Tx, { personId }: DataSubject, now: number): Promise<void> {
  await tx.deleteFrom('identity_session').where('person_id', '=', personId).execute();
  await tx.deleteFrom('identity_passkey').where('person_id', '=', personId).execute();
  await tx.deleteFrom('identity_challenge').where('person_id', '=', personId).execute();
  await tx.deleteFrom('identity_sign_in_link').where('person_id', '=', personId).execute();
  await tx
    .updateTable('identity_consent')
    .set({ withdrawn_at: now })
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** The person becomes a number: her row stays for what refers to it, and says nothing. */
export async function eraseFromIdentity(tx: Tx, subject: DataSubject, now: number): Promise<void> {
  const { personId } = subject;
  await shutOut(tx, subject, now);
  const person = await readPerson(tx, personId);
  if (person?.phone) await forgetPhone(tx, person.phone);
  await forgetMentions(tx, { personId, words: person ? [person.name, person.phone, person.email] : [] });
  await endRoles(tx, personId, now);
  await eraseAccess(tx, subject, now);
  await tx
    .updateTable('identity_person')
    .set({ phone: null, email: null, name: null, language: 'id' })
    .where('id', '=', personId)
    .execute();
}

async function forgetPhone(tx: Tx, phone: string): Promise<void> {
  await tx.deleteFrom('identity_code').where('phone', '=', phone).execute();
  await tx.deleteFrom('identity_invitation').where('phone', '=', phone).execute();
}

async function endRoles(tx: Tx, personId: PersonId, now: number): Promise<void> {
  await tx
    .updateTable('identity_member')
    .set({ ended_at: now, ended_by: personId })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
}
