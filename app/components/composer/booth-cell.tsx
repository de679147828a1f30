import type { Composition } from '~/domain/festivals/read-composition.server';
import { useWords } from '~/i18n';
import type { Picked } from './composer';
import { MoveForm } from './move-form';

type Booth = Composition['booths'][number];

export interface BoothCellProps {
  booth: Booth;
  picked: Picked;
  base: string;
  mark: 'broken' | 'last' | null;
}

/** One booth: an awning in the colours of what is sold, its number, who stands there, and the one thing to do with it now. */
export function BoothCell({ booth, picked, base, mark }: BoothCellProps) {
  const { stall } = booth;
  const isPicked =
    picked.booth?.id === booth.id || (stall !== null && picked.merchant?.applicationId === stall.applicationId);
  const look = ['booth', stall ? 'booth-filled' : 'booth-empty', isPicked && 'booth-picked', mark && `booth-${mark}`];
  return (
    <td
      className={look.filter(Boolean).join(' ')}
      id={`stan-${booth.number}`}
      data-booth={booth.id}
      data-application={stall?.applicationId}
      data-name={stall?.stallName}
    >
      <span className={`roof roof-${stall?.category ?? 'none'}`} aria-hidden="true" />
      <span className="booth-number">{booth.number}</span>
      {stall ? (
        <StallInBooth booth={booth} picked={picked} base={base} isPicked={isPicked} />
      ) : (
        <EmptyBooth booth={booth} picked={picked} base={base} isPicked={isPicked} />
      )}
    </td>
  );
}

function EmptyBooth({
  booth,
  picked,
  base,
  isPicked,
}: {
  booth: Booth;
  picked: Picked;
  base: string;
  isPicked: boolean;
}) {
  const { compose } = useWords().festivals;
  if (picked.merchant) {
    return (
      <MoveForm
        action={`${base}/susun`}
        fields={{ applicationId: picked.merchant.applicationId, boothId: booth.id }}
        className="booth-act"
      >
        {compose.putHere}
        <span className="sr-only">: {compose.pickBooth(booth.number)}</span>
      </MoveForm>
    );
  }
  return (
    <a
      className="booth-link"
      href={isPicked ? `${base}/susun#papan` : `${base}/susun?stan=${booth.number}#usaha`}
      aria-current={isPicked || undefined}
    >
      <span className="sr-only">{compose.pickBooth(booth.number)}: </span>
      {isPicked ? compose.picked : compose.empty}
    </a>
  );
}

function StallInBooth({
  booth,
  picked,
  base,
  isPicked,
}: {
  booth: Booth;
  picked: Picked;
  base: string;
  isPicked: boolean;
}) {
  const { compose } = useWords().festivals;
  const { stall } = booth;
  if (!stall) return null;
  const name = (
    <>
      <strong className="booth-name">{stall.stallName}</strong>
      <span className="booth-dish">{stall.dish}</span>
    </>
  );
  if (isPicked) {
    return (
      <>
        <a className="booth-link" href={`${base}/susun#papan`} aria-current="true">
          {name}
          <span className="sr-only"> ({compose.picked})</span>
        </a>
        <MoveForm
          action={`${base}/susun/lepas`}
          fields={{ applicationId: stall.applicationId }}
          className="booth-act booth-act-quiet"
        >
          {compose.removeShort}
          <span className="sr-only">: {compose.remove(booth.number)}</span>
        </MoveForm>
      </>
    );
  }
  if (picked.merchant?.decision?.booth != null) {
    return (
      <>
        <span className="booth-link">{name}</span>
        <MoveForm
          action={`${base}/susun/tukar`}
          fields={{ applicationId: picked.merchant.applicationId, boothId: booth.id }}
          className="booth-act"
        >
          {compose.swapHere}
          <span className="sr-only">: {stall.stallName}</span>
        </MoveForm>
      </>
    );
  }
  return (
    <a className="booth-link" href={`${base}/susun?usaha=${stall.applicationId}#stan-${booth.number}`}>
      {name}
      <span className="sr-only"> ({compose.move})</span>
    </a>
  );
}
