import { ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime, formatDeadline } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import type { Own } from './application-view';

/** Where an application stands, in the merchant's words: what happened, what happens next. */
export function ApplicationStanding({ own }: { own: Own }) {
  const { application: words } = useWords().festivals;
  const language = useLanguage();
  const { application, call, offer, position, reason } = own;
  const { zone } = call.festival;
  const others = (
    <ButtonLink href={pathTo(`/usaha/${own.merchant.id}/festival`, language)}>{words.otherFestivals}</ButtonLink>
  );
  if (!application) return call.standing === 'open' ? null : <Notice tone="info" title={words.closed} ways={others} />;
  const sent =
    application.submittedAt === null ? '' : words.sentAt(formatDateTime(application.submittedAt, zone, language));
  switch (application.state) {
    case 'draft':
      return call.standing === 'open' ? null : <Notice tone="info" title={words.closed} ways={others} />;
    case 'submitted':
      return (
        <Notice tone="info" title={words.waitingIncomplete}>
          {sent}
        </Notice>
      );
    case 'complete':
      return (
        <Notice tone="good" title={words.waitingComplete}>
          {sent}
        </Notice>
      );
    case 'returned':
      return (
        <Notice tone="attention" title={words.returned}>
          {application.returnedWhy}
        </Notice>
      );
    case 'waitlisted':
      return (
        <Notice tone="info" title={words.reserve(position ?? 0)}>
          {words.reserveLead}
        </Notice>
      );
    case 'declined':
      return (
        <Notice tone="info" title={words.declined} ways={others}>
          {reason ? words.declinedReason(reason) : null}
        </Notice>
      );
    case 'withdrawn':
      return <Notice tone="info" title={words.withdrawnTitle} ways={others} />;
    case 'accepted':
      return <Participant own={own} />;
    default:
      if (!offer) return null;
      if (offer.outcome === 'revoked')
        return <Notice tone="attention" title={words.revoked(offer.booth)} ways={others} />;
      return (
        <Notice
          tone="attention"
          title={words.expired(offer.booth, formatDeadline(offer.expiresAt, zone, language))}
          ways={others}
        />
      );
  }
}

function Participant({ own }: { own: Own }) {
  const { application: words } = useWords().festivals;
  const language = useLanguage();
  const { festival } = own.call;
  const ways = (
    <>
      {own.participationId ? (
        <ButtonLink href={pathTo(`/papan/${own.participationId}`, language)} variant="primary" icon="stall">
          {words.board}
        </ButtonLink>
      ) : null}
      <ButtonLink href={pathTo(`/festival/${festival.slug}`, language)}>{words.publicPage}</ButtonLink>
    </>
  );
  return (
    <Notice tone="good" title={words.participant(own.offer?.booth ?? 0)} ways={ways}>
      {words.participantLead(formatDateTime(festival.loadInAt, festival.zone, language))}
    </Notice>
  );
}
