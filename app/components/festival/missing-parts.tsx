import { ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { missingWords } from '~/i18n/festival-sentences';
import { pathTo } from '~/shared/paths';
import type { Own } from './application-view';

/** What keeps an application from being complete, with a link to each place where it is mended. Answers stand in the form itself. */
export function MissingParts({ own }: { own: Own }) {
  const { application: words } = useWords().festivals;
  const language = useLanguage();
  const missing = own.missing.filter(({ part }) => part !== 'answer');
  if (missing.length === 0) return null;
  const home = `/usaha/${own.merchant.id}`;
  const places = [
    { part: 'merchant_not_active', href: home, label: words.fix.merchant },
    { part: 'profile', href: `${home}/profil`, label: words.fix.profile },
    { part: 'dishes', href: `${home}/menu`, label: words.fix.dishes },
    { part: 'document', href: `${home}/dokumen`, label: words.fix.document },
    { part: 'training', href: `/belajar/${own.merchant.id}`, label: words.fix.training },
  ].filter(({ part }) => missing.some((one) => one.part === part));
  const sent = own.application !== null && own.application.state !== 'draft' && own.application.state !== 'returned';
  return (
    <Notice
      tone="attention"
      title={words.missing}
      ways={places.map(({ part, href, label }) => (
        <ButtonLink key={part} href={pathTo(href, language)}>
          {label}
        </ButtonLink>
      ))}
    >
      <ul>
        {missingWords(missing, language).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>{sent ? words.missingSent : words.missingLead}</p>
    </Notice>
  );
}
