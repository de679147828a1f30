import { ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { PageHeading } from '~/components/ui/page-heading';
import { useLanguage, useWords } from '~/i18n';
import { formatTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import type { MerchantPageProps } from './merchant-page';
import { Shell } from './shell';
import { SignedInLinks } from './signed-in-links';

export interface HelpPageProps extends Omit<MerchantPageProps, 'helpsUntil' | 'current' | 'back' | 'actions'> {
  /** Epoch ms. */
  until: number;
}

/** A page of a business as its helper sees it: whose it is, how long still, and no way to anything else. */
export function HelpPage({ until, title, lead, merchant, width, children }: HelpPageProps) {
  const { helping } = useWords().people;
  const back = pathTo(`/bantu/${merchant.id}`, useLanguage());
  return (
    <Shell headerNav={<SignedInLinks />} width={width}>
      <PageHeading title={title} lead={lead} back={{ href: back, label: helping.back }} />
      <Notice
        tone="attention"
        title={helping.forStall(merchant.name)}
        ways={<ButtonLink href={back}>{helping.back}</ButtonLink>}
      >
        {helping.until(formatTime(until, HOUSE_ZONE))}
      </Notice>
      <div className="section">{children}</div>
    </Shell>
  );
}
