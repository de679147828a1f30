import type { Words } from '~/i18n';
import type { ExportField, ExportListName } from '~/shared/personal-export';

type CodedFields = Partial<Record<ExportField, Readonly<Record<string, string>>>>;

/** Codes are kept in English; a reader of the copy sees the words that our pages use for them. A code in no table stands as it is. */
export function codesInWords(words: Words): Partial<Record<ExportListName, CodedFields>> {
  const { customer, identity, merchants, orders, papers, passkeys, people, privacy, review, wallet } = words;
  const tickets = Object.fromEntries(Object.entries(customer.order.states).map(([state, { title }]) => [state, title]));
  return {
    person: { language: { id: 'Bahasa Indonesia', en: 'English' } },
    roles: { role: identity.roles },
    invitations: { role: identity.roles },
    consents: { purpose: privacy.consents.purposes },
    devices: { kind: passkeys.openings },
    requests: {
      kind: privacy.kinds,
      state: privacy.states,
      field: privacy.correction.fields,
      reason: privacy.refusals,
    },
    businesses: { category: merchants.categories, state: merchants.states, womanOwned: people.yesNo },
    changes: { state: merchants.states },
    typed: { field: people.fields },
    signUp: { field: people.fields },
    papers: { kind: merchants.documentKinds, answer: merchants.documents.answers },
    paperChecks: { kind: merchants.documentKinds, state: papers.outcomes },
    reviews: { kind: review.sections, state: review.states, reason: review.reasons },
    orders: { payment: orders.soldBy },
    orderLines: { state: tickets },
    wallet: { tier: wallet.tiers },
    topUps: { kind: wallet.topUp.rails },
    payoutAccounts: { state: review.accountStates, reason: review.accountReasons },
  };
}
