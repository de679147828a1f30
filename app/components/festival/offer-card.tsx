import { Button, ButtonLink } from '~/components/ui/button';
import type { Festival } from '~/domain/festivals/read-festival.server';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime } from '~/i18n/format';

export interface OfferCardProps {
  offer: { booth: number; expiresAt: number };
  festival: Festival;
  /** Address of the application. */
  base: string;
  /** Without the way to say no: it stands beside. */
  acceptOnly?: boolean;
}

/** One screen, one tap: the booth, the deadline, yes or no. */
export function OfferCard({ offer, festival, base, acceptOnly }: OfferCardProps) {
  const { offer: words } = useWords().festivals;
  const language = useLanguage();
  return (
    <section className="offer">
      <p className="offer-booth" aria-hidden="true">
        {offer.booth}
      </p>
      <h2>{words.title(offer.booth)}</h2>
      <p className="offer-deadline">
        <strong>{words.answerBy(formatDateTime(offer.expiresAt, festival.zone, language))}</strong>
        <br />
        {words.afterwards}
      </p>
      <form method="post" action={`${base}/terima`}>
        <Button variant="primary" icon="check" wide>
          {words.accept(offer.booth)}
        </Button>
      </form>
      {acceptOnly ? null : (
        <ButtonLink href={`${base}/tolak`} variant="quiet" wide>
          {words.decline}
        </ButtonLink>
      )}
    </section>
  );
}
