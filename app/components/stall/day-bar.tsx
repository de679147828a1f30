import { Badge, type BadgeTone } from '~/components/ui/badge';
import { Button, ButtonLink } from '~/components/ui/button';
import type { Board } from '~/domain/orders/read-board.server';
import type { StallStanding } from '~/domain/stalls/stalls';
import { useLanguage, useWords } from '~/i18n';
import { formatDate, formatTime } from '~/i18n/format';

const TONE: Record<StallStanding, BadgeTone> = {
  open: 'good',
  paused: 'attention',
  silent: 'problem',
  not_checked_in: 'problem',
  before_opening: 'info',
  closed: 'plain',
};

/** How the stall stands now, with the one switch that fits: open, close for a while, open again. */
export function DayBar({ board, base }: { board: Board; base: string }) {
  const words = useWords().stalls;
  const language = useLanguage();
  const { standing, pausedUntil } = board.stall;
  return (
    <div className="day-bar no-print">
      <p className="day-bar-state">
        <Badge tone={TONE[standing]}>
          {standing === 'paused' && pausedUntil !== null
            ? words.pausedUntil(formatTime(pausedUntil, board.zone))
            : words.standing[standing]}
        </Badge>
        <span>{formatDate(board.day, board.zone, 'short', language)}</span>
        <ButtonLink href={base} variant="quiet" icon="refresh">
          {words.refresh}
        </ButtonLink>
      </p>
      <div className="day-bar-acts">
        {standing === 'not_checked_in' ? (
          <form method="post" action={`${base}/buka`}>
            <Button variant="primary" icon="play">
              {words.open}
            </Button>
          </form>
        ) : null}
        {standing === 'open' || standing === 'silent' || standing === 'before_opening' || standing === 'paused' ? (
          <form method="post" action={`${base}/jeda`}>
            <Button
              icon={standing === 'paused' ? 'play' : 'pause'}
              name="tindakan"
              value={standing === 'paused' ? 'buka' : 'jeda'}
            >
              {standing === 'paused' ? words.resume : words.pause}
            </Button>
          </form>
        ) : null}
      </div>
    </div>
  );
}
