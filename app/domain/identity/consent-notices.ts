import type { ConsentPurpose } from './identity';

/**
 * What people agree to: version and SHA-256 of the Indonesian notice (app/i18n/id/identity.ts, `consent`). A row of
 * consent carries both, so that it can be proved later what was on the screen. A test holds text and hash together.
 */
export const CONSENT_NOTICES: Record<ConsentPurpose, { version: string; sha256: string }> = {
  publish: { version: '2026-11-23', sha256: 'e36c3a7781812b6225318a009b3b5c153d83a99203e73e89423fbd334a4f4a36' },
  festival_messages: {
    version: '2026-11-23',
    sha256: '50c14e8c391c201302428988df3baebd4391644028cfedb81f877689b5ac7746',
  },
};
