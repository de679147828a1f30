import type { Words } from '~/i18n';
import type { ExportField, ExportListName } from '~/shared/personal-export';

type CodedFields = Partial<Record<ExportField, Readonly<Record<string, string>>>>;

/** Codes are kept in English; a reader of the copy sees the words that our pages use for them. What is in no table was typed by somebody. */
export function codesInWords(words: Words): Partial<Record<ExportListName, CodedFields>> {
  const {
    copyCodes,
    customer,
    festivals,
    identity,
    merchants,
    orders,
    papers,
    passkeys,
    people,
    privacy,
    review,
    training,
    wallet,
  } = words;
  const tickets = Object.fromEntries(Object.entries(customer.order.states).map(([state, { title }]) => [state, title]));
  return {
    person: { language: { id: 'Bahasa Indonesia', en: 'English' } },
    roles: { role: identity.roles },
    numbers: { state: copyCodes.numbers },
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
    hours: { day: Object.fromEntries(merchants.weekdays.entries()), text: copyCodes.hours },
    contacts: { kind: copyCodes.contacts },
    changes: { state: merchants.states },
    typed: { field: people.fields },
    signUp: { field: people.fields },
    papers: { kind: merchants.documentKinds, answer: merchants.documents.answers },
    paperChecks: { kind: merchants.documentKinds, state: papers.outcomes },
    reviews: { kind: review.sections, state: review.states, reason: review.reasons },
    lessons: { kind: copyCodes.learned, name: training.lessonTitles },
    applications: { state: festivals.own.states },
    orders: { payment: orders.soldBy },
    orderLines: { state: tickets },
    wallet: { kind: copyCodes.accounts, tier: wallet.tiers },
    movements: { purpose: copyCodes.purposes },
    topUps: { kind: wallet.topUp.rails, state: copyCodes.topUps },
    messages: { kind: copyCodes.channels },
    trail: { kind: copyCodes.actions, scope: copyCodes.subjects },
    payoutAccounts: { state: review.accountStates, reason: review.accountReasons },
  };
}
