import type { Language } from '~/shared/language';
import type { ConsentPurpose } from './identity';

export interface ConsentNotice {
  version: string;
  /** SHA-256 of the text in each language. */
  sha256: Record<Language, string>;
}

/**
 * What people agree to, every version ever shown, newest first; the texts are in app/i18n/consent-texts.ts. A row of
 * consent carries version and hash (of the Indonesian text), so that it can be proved later what was on the screen. A
 * test holds texts and hashes together: a text that changes needs a new version.
 */
export const CONSENT_NOTICES: Record<ConsentPurpose, readonly [ConsentNotice, ...ConsentNotice[]]> = {
  publish: [
    {
      version: '2026-11-23',
      sha256: {
        id: 'e36c3a7781812b6225318a009b3b5c153d83a99203e73e89423fbd334a4f4a36',
        en: 'e1b7ebc61792a3ff48bf2727437f19f07460a788e799c6fadd2a864c663df43d',
      },
    },
  ],
  festival_messages: [
    {
      version: '2026-11-23',
      sha256: {
        id: '50c14e8c391c201302428988df3baebd4391644028cfedb81f877689b5ac7746',
        en: 'e9572067190e13e70d5987f9b45724054432e0558f2ceaf85322ff117604f47f',
      },
    },
  ],
};
