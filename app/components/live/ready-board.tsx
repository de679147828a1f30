import { Button, ButtonLink } from '~/components/ui/button';
import type { ReadyBoard, ReadyStall } from '~/domain/orders/read-ready-board.server';
import { useLanguage, useWords } from '~/i18n';
import { formatTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';

export interface ReadyBoardProps {
  festival: { name: string; slug: string; zone: string };
  board: ReadyBoard;
  readAt: number;
}

/** The big screen on the square: called numbers, very large; by stall what waits and what is being cooked. */
export function ReadyBoardView({ festival, board, readAt }: ReadyBoardProps) {
  const { common, live } = useWords();
  const words = live.ready;
  const here = pathTo(`/festival/${festival.slug}/siap`, useLanguage());
  return (
    <ready-board
      class="ready-board on-ink"
      data-stream={`${here}/langsung`}
      data-gone={live.gone}
      data-back={live.back}
      data-page={words.page(0, 0)}
    >
      <header className="ready-head">
        <div>
          <h1>{words.title}</h1>
          <p>{festival.name}</p>
        </div>
        <div className="ready-acts">
          <p className="ready-clock" data-part="clock">
            {formatTime(readAt, festival.zone)}
          </p>
          <ButtonLink href={here} icon="refresh">
            {common.refresh}
          </ButtonLink>
          <Button type="button" hidden data-full="">
            {words.fullScreen}
          </Button>
        </div>
      </header>
      <p className="sr-only" role="status" data-said="" />
      <p className="live-connection" role="status" data-connection="" />
      <Newest board={board} />
      <Stalls board={board} />
      <p className="ready-page" data-pages="" aria-hidden="true" />
    </ready-board>
  );
}

function Newest({ board: { newest } }: Pick<ReadyBoardProps, 'board'>) {
  const { common, live } = useWords();
  const [first] = newest;
  return (
    <section
      className="ready-newest"
      data-part="newest"
      data-state={first ? `${first.booth}.${first.number}` : ''}
      data-news={first ? live.ready.news(first.number, first.stall, first.booth) : ''}
    >
      <h2>{live.ready.newest}</h2>
      {first ? (
        <ol className="ready-tiles">
          {newest.map(({ number, booth, stall }) => (
            <li key={`${booth}.${number}`} className="ready-tile">
              <strong className="ready-number">{number}</strong>
              <span className="ready-booth">{common.booth(booth)}</span>
              <span className="ready-stall">{stall}</span>
            </li>
          ))}
        </ol>
      ) : (
        <p className="ready-none">{live.ready.none}</p>
      )}
    </section>
  );
}

function Stalls({ board: { stalls } }: Pick<ReadyBoardProps, 'board'>) {
  const { live } = useWords();
  return (
    <section className="ready-stalls" data-part="stalls">
      {stalls.length > 0 ? <h2>{live.ready.byBooth}</h2> : null}
      <ul className="ready-rows" data-rows="">
        {stalls.map((stall) => (
          <StallRow key={stall.booth} stall={stall} />
        ))}
      </ul>
    </section>
  );
}

function StallRow({ stall: { booth, name, ready, cooking } }: { stall: ReadyStall }) {
  const { common, live } = useWords();
  return (
    <li className="ready-row">
      <h3>
        <span className="booth-plate">{common.booth(booth)}</span> {name}
      </h3>
      {ready.length > 0 ? (
        <Numbers label={live.ready.waiting} numbers={ready.map(({ number }) => number)} isReady />
      ) : null}
      {cooking.length > 0 ? <Numbers label={live.ready.cooking} numbers={cooking} /> : null}
    </li>
  );
}

/** So many that a row stays a row; the rest is counted. */
const NUMBERS_SHOWN = 12;

function Numbers({ label, numbers, isReady }: { label: string; numbers: readonly number[]; isReady?: boolean }) {
  const { live } = useWords();
  const more = numbers.length - NUMBERS_SHOWN;
  return (
    <p className={isReady ? 'ready-numbers ready-numbers-good' : 'ready-numbers'}>
      <span className="ready-label">{label}</span>
      {numbers.slice(0, NUMBERS_SHOWN).map((number) => (
        <strong key={number}>{number}</strong>
      ))}
      {more > 0 ? <span>{live.ready.more(more)}</span> : null}
    </p>
  );
}
