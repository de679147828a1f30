import type { Composition } from '~/domain/festivals/read-composition.server';
import { useWords } from '~/i18n';
import type { Picked } from './composer';
import { MerchantCard } from './merchant-card';

/** The merchants beside the plan, as cards in hand: not placed, then the waiting list. */
export function Hand({ composition, picked, base }: { composition: Composition; picked: Picked; base: string }) {
  const { compose } = useWords().festivals;
  const { tray, reserve, incomplete, notChosen, wouldBreak } = composition;
  const card = (one: (typeof tray)[number] | (typeof reserve)[number]) => (
    <MerchantCard
      key={one.applicationId}
      merchant={one}
      picked={picked}
      base={base}
      wouldBreak={wouldBreak[one.applicationId] ?? []}
    />
  );
  return (
    <section id="usaha" className="hand" tabIndex={-1}>
      <h2>
        {compose.tray} <span className="hand-count">{tray.length}</span>
      </h2>
      {tray.length === 0 ? <p className="hand-empty">{compose.trayEmpty}</p> : null}
      <ul className="hand-cards">{tray.map(card)}</ul>
      <h2>
        {compose.reserve} <span className="hand-count">{reserve.length}</span>
      </h2>
      {reserve.length === 0 ? <p className="hand-empty">{compose.reserveEmpty}</p> : null}
      <ol className="hand-cards">{reserve.map(card)}</ol>
      <p className="ways">
        {incomplete.length > 0 ? (
          <a href={`${base}/pendaftar?saring=incomplete`}>{compose.incomplete(incomplete.length)}</a>
        ) : null}
        {notChosen.length > 0 ? (
          <a href={`${base}/pendaftar?saring=not_chosen`}>{compose.notChosen(notChosen.length)}</a>
        ) : null}
      </p>
    </section>
  );
}
