import { Button } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import type { TapDifference } from '~/domain/orders/read-tap-differences.server';
import { useLanguage, useWords } from '~/i18n';
import { formatClock, formatList, formatRupiah } from '~/i18n/format';
import { MINUTE_MS } from '~/shared/time';

export interface TapDifferencesProps {
  differences: readonly TapDifference[];
  zone: string;
  base: string;
}

/** What was tapped and could not be done, with what is so instead; stays until somebody says that she has read it. */
export function TapDifferences({ differences, zone, base }: TapDifferencesProps) {
  const words = useWords().stalls.differences;
  if (differences.length === 0) return null;
  const until = Math.max(...differences.map(({ receivedAt }) => receivedAt));
  return (
    <Notice
      className="tap-differences"
      tone="attention"
      title={words.title}
      ways={
        <form method="post" action={`${base}/susulan/dibaca`}>
          <input type="hidden" name="sampai" value={until} />
          <Button icon="check">{words.read}</Button>
        </form>
      }
    >
      <ul>
        {differences.map((difference) => (
          <li key={`${difference.tappedAt}${difference.number}${difference.paper}`}>
            <Difference difference={difference} zone={zone} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** A tap that took this long to arrive was made without internet. */
const LATE_MILLISECONDS = MINUTE_MS;

function Difference({ difference, zone }: { difference: TapDifference; zone: string }) {
  const words = useWords().stalls.differences;
  const { tappedAt, receivedAt, cash, number, acts } = difference;
  const isSale = acts.at(-1) === 'counter_sale';
  return (
    <>
      {receivedAt - tappedAt > LATE_MILLISECONDS ? `${words.late(formatClock(tappedAt, zone))} ` : ''}
      {number === null ? <Thing difference={difference} zone={zone} /> : <Ticket difference={difference} zone={zone} />}
      {cash !== null && !isSale ? <strong> {words.cash(formatRupiah(cash))}</strong> : null}
    </>
  );
}

function Ticket({ difference: { acts, number, found, code }, zone }: { difference: TapDifference; zone: string }) {
  const words = useWords().stalls.differences;
  const act = words.acts[acts.at(-1) as keyof typeof words.acts];
  const state = found ? words.found[found.state] : '';
  if (code === 'tap_too_old') return words.tooOld(number ?? 0, act, state);
  return words.ticket(number ?? 0, act, found?.since ? words.since(state, formatClock(found.since, zone)) : state);
}

/** A dish, a sale across the counter, or a tap that fits nothing here. */
function Thing({
  difference: { acts, dishes, cash, paper, code, tappedAt },
  zone,
}: {
  difference: TapDifference;
  zone: string;
}) {
  const words = useWords().stalls.differences;
  const language = useLanguage();
  const act = acts.at(-1);
  if (act === 'counter_sale') {
    const sold = formatList(
      dishes.map(({ name, quantity }) => `${quantity}× ${name}`),
      language,
    );
    const reason = words.saleReasons[code] ?? words.saleOther;
    return (
      <>
        {words.sale(sold, cash === null ? '' : formatRupiah(cash), paper ?? '')}{' '}
        <strong>{words.notRecorded(reason)}</strong>
      </>
    );
  }
  if (act === 'sold_out' || act === 'back') return words.dish(dishes[0]?.name ?? '');
  return words.unknown(formatClock(tappedAt, zone));
}
