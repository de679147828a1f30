import { Badge } from '~/components/ui/badge';
import { Icon } from '~/components/ui/icon';
import type { CapCount } from '~/domain/festivals/caps';
import type { Applicant } from '~/domain/festivals/read-applicants.server';
import { useLanguage, useWords } from '~/i18n';
import { capSentence } from '~/i18n/festival-sentences';
import type { Picked } from './composer';
import { MoveForm } from './move-form';

export interface MerchantCardProps {
  merchant: Applicant;
  picked: Picked;
  base: string;
  wouldBreak: readonly CapCount[];
}

/** A merchant to be placed: what she sells, what she would break, and the next move. */
export function MerchantCard({ merchant, picked, base, wouldBreak }: MerchantCardProps) {
  const { festivals } = useWords();
  const language = useLanguage();
  const isPicked = picked.merchant?.applicationId === merchant.applicationId;
  const rank = merchant.decision?.rank;
  return (
    <li
      className={isPicked ? 'hand-card hand-card-picked' : 'hand-card'}
      id={merchant.applicationId}
      data-application={merchant.applicationId}
      data-name={merchant.stallName}
    >
      <span className={`roof roof-${merchant.category ?? 'none'}`} aria-hidden="true" />
      <div className="hand-card-body">
        <p className="hand-card-name">
          {rank ? <span className="hand-rank">{rank}</span> : null}
          <a href={`${base}/pendaftar/${merchant.applicationId}`}>{merchant.stallName}</a>
          {merchant.halal === 'yes' ? (
            <Badge tone="good" icon="halal">
              {festivals.compose.halal}
            </Badge>
          ) : null}
        </p>
        <p className="hand-card-dish">
          {[merchant.dish, festivals.categories[merchant.category ?? '']].filter(Boolean).join(' · ')}
        </p>
        {wouldBreak.length > 0 ? (
          <p className="hand-card-warning">
            <Icon name="alert" />
            {festivals.compose.wouldBreak} {wouldBreak.map((cap) => capSentence(cap, language)).join(' ')}
          </p>
        ) : null}
        <Moves merchant={merchant} picked={picked} base={base} isPicked={isPicked} />
      </div>
    </li>
  );
}

function Moves({ merchant, picked, base, isPicked }: Omit<MerchantCardProps, 'wouldBreak'> & { isPicked: boolean }) {
  const { compose } = useWords().festivals;
  const { applicationId, stallName, decision } = merchant;
  const free = picked.booth && picked.booth.stall === null ? picked.booth : null;
  return (
    <div className="hand-moves">
      {free ? (
        <MoveForm
          action={`${base}/susun`}
          fields={{ applicationId, boothId: free.id }}
          className="hand-act hand-act-main"
        >
          {compose.putIn(free.number)}
          <span className="sr-only">: {stallName}</span>
        </MoveForm>
      ) : (
        <a
          className="hand-act"
          href={isPicked ? `${base}/susun#${applicationId}` : `${base}/susun?usaha=${applicationId}#stan-kosong`}
          aria-current={isPicked || undefined}
        >
          {isPicked ? compose.cancelPick : compose.pick}
          <span className="sr-only">: {stallName}</span>
        </a>
      )}
      {decision?.outcome === 'reserve' ? (
        <RankMoves merchant={merchant} base={base} />
      ) : (
        <MoveForm action={`${base}/susun/cadangan`} fields={{ applicationId }} className="hand-act">
          {compose.toReserve}
          <span className="sr-only">: {compose.toReserveOf(stallName)}</span>
        </MoveForm>
      )}
    </div>
  );
}

function RankMoves({ merchant, base }: { merchant: Applicant; base: string }) {
  const { compose } = useWords().festivals;
  const { applicationId, stallName } = merchant;
  return (
    <>
      <MoveForm
        action={`${base}/susun/urutan`}
        fields={{ applicationId, direction: 'up' }}
        className="hand-act hand-act-up"
      >
        <Icon name="down" />
        <span className="sr-only">{compose.up(stallName)}</span>
      </MoveForm>
      <MoveForm action={`${base}/susun/urutan`} fields={{ applicationId, direction: 'down' }} className="hand-act">
        <Icon name="down" />
        <span className="sr-only">{compose.down(stallName)}</span>
      </MoveForm>
    </>
  );
}
