import { Refused } from '~/components/festival/refused';
import { ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { ProgressBar } from '~/components/ui/progress-bar';
import type { Composition } from '~/domain/festivals/read-composition.server';
import { useWords } from '~/i18n';
import { Board } from './board';
import { CapPanel } from './cap-panel';
import type { HandPage, Picked } from './composer';
import { FreeBooths } from './free-booths';
import { Hand } from './hand';

export interface ComposerViewProps {
  composition: Composition;
  picked: Picked;
  hand: HandPage;
  /** Address of the festival. */
  base: string;
  /** Booth of the last move. */
  last: number | null;
  refusal?: { text: string } | null;
}

/** Board, cards in hand and quotas. The custom element around them adds dragging and moves without a page load; without it all are links and forms. */
export function ComposerView({ composition, picked, hand, base, last, refusal }: ComposerViewProps) {
  const { compose } = useWords().festivals;
  const placed = composition.booths.filter(({ stall }) => stall !== null).length;
  const lastStall = composition.booths.find(({ number }) => number === last)?.stall;
  return (
    <compose-board
      class="composer"
      data-place={`${base}/susun`}
      data-swap={`${base}/susun/tukar`}
      data-remove={`${base}/susun/lepas`}
    >
      <div className="composer-status" role="status">
        <ProgressBar
          value={placed}
          max={composition.booths.length}
          label={compose.placed(placed, composition.booths.length)}
        />
        {refusal ? <Refused refusal={refusal} /> : null}
        {picked.booth ? <PickLine text={compose.chosenBooth(picked.booth.number)} base={base} /> : null}
        {picked.merchant ? <PickLine text={compose.chosenMerchant(picked.merchant.stallName)} base={base} /> : null}
        {!picked.booth && !picked.merchant && lastStall && last ? (
          <Notice tone="good">{compose.placedNow(lastStall.stallName, last)}</Notice>
        ) : null}
      </div>
      <nav className="composer-jumps" aria-label={compose.jumps}>
        <a href="#papan">{compose.board}</a>
        <a href="#usaha">
          {compose.tray} ({hand.waiting})
        </a>
        <a href="#cadangan">
          {compose.reserve} ({composition.reserve.length})
        </a>
      </nav>
      {picked.merchant ? (
        <FreeBooths composition={composition} applicationId={picked.merchant.applicationId} base={base} />
      ) : null}
      <div className="composer-panes">
        <div className="composer-main">
          <Board composition={composition} picked={picked} base={base} last={last} />
          <CapPanel caps={composition.caps} />
          <p className="composer-help">{compose.help}</p>
        </div>
        <Hand composition={composition} picked={picked} hand={hand} base={base} />
      </div>
    </compose-board>
  );
}

function PickLine({ text, base }: { text: string; base: string }) {
  const { compose } = useWords().festivals;
  return (
    <Notice
      tone="attention"
      className="pick-line"
      ways={<ButtonLink href={`${base}/susun#papan`}>{compose.cancelPick}</ButtonLink>}
    >
      {text}
    </Notice>
  );
}
