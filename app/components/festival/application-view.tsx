import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Notice } from '~/components/ui/notice';
import type { readMerchantApplication } from '~/domain/festivals/read-own-application.server';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { pathTo } from '~/shared/paths';
import { ApplicationForm } from './application-form';
import { ApplicationStanding } from './application-standing';
import { FestivalFacts } from './festival-facts';
import { MissingParts } from './missing-parts';
import { OfferCard } from './offer-card';

export type Own = NonNullable<Awaited<ReturnType<typeof readMerchantApplication>>>;

export interface ApplicationViewProps {
  own: Own;
  saved?: boolean;
  errors?: FieldErrors;
  typed?: Record<string, string>;
}

/** One merchant's application: what to do now first, then what is missing, then the festival. */
export function ApplicationView({ own, saved, errors, typed }: ApplicationViewProps) {
  const { application: words } = useWords().festivals;
  const language = useLanguage();
  const { call, application, offer } = own;
  const { festival } = call;
  const base = pathTo(`/usaha/${own.merchant.id}/festival/${festival.slug}`, language);
  const state = application?.state ?? null;
  const editable = state === 'draft' || state === 'returned' || (state === null && call.standing === 'open');
  const leavable =
    state !== null &&
    !['offered', 'declined', 'withdrawn', 'expired'].includes(state) &&
    festival.state !== 'cancelled';
  const stopped =
    festival.state === 'postponed' ? words.postponed : festival.state === 'cancelled' ? words.cancelled : null;
  const { page } = useWords().festivals;
  return (
    <>
      {stopped ? <Notice tone="attention">{stopped}</Notice> : null}
      {state === 'offered' && offer?.outcome === 'open' ? (
        <OfferCard offer={offer} festival={festival} base={base} />
      ) : (
        <ApplicationStanding own={own} />
      )}
      {saved ? <Notice tone="good">{words.saved}</Notice> : null}
      {state !== null || call.standing === 'open' ? <MissingParts own={own} /> : null}
      {editable ? <ApplicationForm own={own} base={base} errors={errors} typed={typed} /> : null}
      <Card title={words.festivalFacts}>
        <FestivalFacts festival={festival} forMerchants />
        <p className="ways">
          <a href={pathTo(`/pendaftaran/${festival.slug}`, language)}>{page.publicCall}</a>
        </p>
      </Card>
      {leavable ? (
        <ButtonLink href={`${base}/mundur`} variant="quiet">
          {words.withdraw}
        </ButtonLink>
      ) : null}
    </>
  );
}
