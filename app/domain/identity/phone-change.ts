import { HOUR_MS } from '~/shared/time';

/** How long a new number waits, so that whoever holds the old one can say no. */
const PHONE_CHANGE_HOURS = 72;
export const PHONE_CHANGE_MS = PHONE_CHANGE_HOURS * HOUR_MS;

/** Why a change ended: she said so, the old number's holder did (link, signing in), or somebody else has the new one. */
export type PhoneChangeEnd = 'person' | 'link' | 'sign_in' | 'number_taken';
