import { Button } from '~/components/ui/button';
import { Pager } from '~/components/ui/pager';
import type { Composition } from '~/domain/festivals/read-composition.server';
import { useWords } from '~/i18n';
import type { HandPage, Picked } from './composer';
import { MerchantCard } from './merchant-card';

/** The merchants beside the plan, as cards in hand: not placed, then the waiting list. */
export function Hand({
  composition,
  picked,
  hand,
  base,
}: {
  composition: Composition;
  picked: Picked;
  hand: HandPage;
  base: string;
}) {
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
        {compose.tray} <span className="hand-count">{hand.waiting}</span>
      </h2>
      {hand.pages > 1 || hand.search ? <HandSearch picked={picked} hand={hand} base={base} /> : null}
      {tray.length === 0 ? <p className="hand-empty">{hand.search ? compose.noneFound : compose.trayEmpty}</p> : null}
      <ul className="hand-cards">{tray.map(card)}</ul>
      <Pager
        page={hand.page}
        pages={hand.pages}
        hrefOf={(page) =>
          `${base}/susun?${new URLSearchParams([...kept(picked, hand.search), ['hal', String(page)]])}#usaha`
        }
      />
      <h2 id="cadangan">
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

/** What the address keeps while somebody leafs through the cards: the booth in hand and the words. */
function kept({ booth }: Picked, search: string): [string, string][] {
  const pairs: [string, string][] = search ? [['cari', search]] : [];
  return booth ? [['stan', String(booth.number)], ...pairs] : pairs;
}

function HandSearch({ picked, hand, base }: { picked: Picked; hand: HandPage; base: string }) {
  const { common, festivals } = useWords();
  return (
    <form method="get" action={`${base}/susun#usaha`} className="search-line" role="search">
      {kept(picked, '').map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="cari" className="sr-only">
        {festivals.applicants.searchLabel}
      </label>
      <input id="cari" name="cari" type="search" className="input" defaultValue={hand.search} maxLength={60} />
      <Button icon="search">{common.search}</Button>
    </form>
  );
}
