import type { ConsentPurpose } from '~/domain/identity/identity';
import type { Language } from '~/shared/language';

/**
 * Every text people have agreed to, newest first, as it stood beside the box. None is ever edited or removed: a row of
 * consent names its version, and whoever gave it can read it again. A change is a new version, its hashes in
 * app/domain/identity/consent-notices.ts.
 */
export const CONSENT_TEXTS: Record<ConsentPurpose, readonly ({ version: string } & Record<Language, string>)[]> = {
  publish: [
    {
      version: '2026-11-23',
      id: 'Nama usaha, kota, menu, dan foto tampil untuk umum di Pestarasa. Nomor HP dan nama pemilik tidak tampil. Persetujuan bisa ditarik kapan saja; halaman usaha langsung hilang.',
      en: 'Business name, city, dishes and photos are shown to everybody on Pestarasa. Mobile number and owner’s name are not. You can withdraw at any time; the page is gone at once.',
    },
  ],
  festival_messages: [
    {
      version: '2026-11-23',
      id: 'Pestarasa mengabari Anda lewat WhatsApp tentang pendaftaran festival di kota Anda. Persetujuan bisa ditarik kapan saja.',
      en: 'Pestarasa tells you by WhatsApp when festivals in your city open for applications. You can withdraw at any time.',
    },
  ],
};

/** What stood there in a version; null for a version that nobody was ever shown. */
export function consentText(purpose: ConsentPurpose, version: string, language: Language): string | null {
  return CONSENT_TEXTS[purpose].find((text) => text.version === version)?.[language] ?? null;
}

/** What people agree to now, by purpose. */
export function consentTextsNow(language: Language): Record<ConsentPurpose, string> {
  return {
    publish: CONSENT_TEXTS.publish[0]?.[language] ?? '',
    festival_messages: CONSENT_TEXTS.festival_messages[0]?.[language] ?? '',
  };
}
