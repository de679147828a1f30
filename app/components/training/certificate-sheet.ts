import { lastValidDay, showCertificateCode } from '~/domain/training/certificate';
import type { CertificateSheet } from '~/domain/training/draw-certificate.server';
import { wordsFor } from '~/i18n';
import { formatDate } from '~/i18n/format';
import type { Language } from '~/shared/language';
import { pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';

export interface PrintedCertificate {
  code: string;
  holder: string;
  stall: string;
  city: string;
  lessons: number;
  issuedAt: number;
  validUntil: number;
}

/** A certificate in words, once for the sheet and for the page that repeats it. `origin`: `https://host`. */
export function certificateSheet(
  certificate: PrintedCertificate,
  { language, origin }: { language: Language; origin: string },
): CertificateSheet {
  const words = wordsFor(language).certificates;
  const { code, issuedAt, validUntil } = certificate;
  const day = (value: number | string) => formatDate(value, HOUSE_ZONE, 'medium', language);
  return {
    language,
    title: words.title,
    statement: words.statement,
    rows: [
      ...certificateNames(certificate, language),
      { label: words.rows.issued, text: day(issuedAt) },
      { label: words.rows.until, text: day(lastValidDay(validUntil)) },
      { label: words.rows.code, text: showCertificateCode(code) },
    ],
    check: words.check,
    address: origin + pathTo(`/sertifikat/${code}`, language),
  };
}

/** The rows that are known before there is a date and a number. */
export function certificateNames(
  { stall, holder, city, lessons }: Pick<PrintedCertificate, 'stall' | 'holder' | 'city' | 'lessons'>,
  language: Language,
): { label: string; text: string }[] {
  const words = wordsFor(language).certificates;
  return [
    { label: words.rows.stall, text: stall },
    { label: words.rows.holder, text: holder },
    { label: words.rows.city, text: city },
    { label: words.rows.course, text: words.course },
    { label: words.rows.lessons, text: words.lessons(lessons) },
  ];
}
