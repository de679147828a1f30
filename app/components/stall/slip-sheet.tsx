import type { ReactNode } from 'react';
import { Money } from '~/components/ui/money';
import type { Deduction, Slip } from '~/domain/orders/read-slip.server';
import { useLanguage, useWords } from '~/i18n';
import { formatBasisPoints, formatDate, formatRupiah } from '~/i18n/format';

/** The evening on one sheet: sold, each deduction with its dated rule and base, what arrives, what lies in the drawer. */
export function SlipSheet({ slip }: { slip: Slip }) {
  const words = useWords().orders;
  const ofWallet = slip.deductions.filter(({ payment }) => payment === 'wallet');
  const ofCash = slip.deductions.filter(({ payment }) => payment === 'cash');
  const [wallet, cash] = slip.sold;
  return (
    <div className="slip">
      <section className="card print-keep" aria-labelledby="slip-terjual">
        <h2 id="slip-terjual" className="card-title">
          {words.sold}
        </h2>
        {slip.sold.map((each) => (
          <SlipLine
            key={each.payment}
            term={words.soldBy[each.payment]}
            note={words.soldCount(each.tickets)}
            amount={each.amount}
          />
        ))}
        <SlipLine strong term={words.soldTotal} amount={slip.soldTotal} />
      </section>
      <section className="card print-keep" aria-labelledby="slip-dompet">
        <h2 id="slip-dompet" className="card-title">
          {words.walletPart}
        </h2>
        <SlipLine term={words.soldBy.wallet} amount={wallet?.amount ?? 0} />
        {ofWallet.map((each) => (
          <DeductionLine key={each.ruleId} deduction={each} />
        ))}
        {slip.refundedWallet > 0 ? <SlipLine term={words.refundedWallet} amount={-slip.refundedWallet} /> : null}
        {slip.commissionBack > 0 ? <SlipLine term={words.commissionBack} amount={slip.commissionBack} signed /> : null}
        {slip.netted > 0 ? <SlipLine term={words.netted} note={words.owesNote} amount={-slip.netted} /> : null}
        <SlipLine strong term={words.arrives} amount={slip.arrives} />
      </section>
      <section className="card print-keep" aria-labelledby="slip-tunai">
        <h2 id="slip-tunai" className="card-title">
          {words.cashPart}
        </h2>
        <SlipLine term={words.soldBy.cash} amount={cash?.amount ?? 0} />
        {slip.refundedCash > 0 ? <SlipLine term={words.refundedCash} amount={-slip.refundedCash} /> : null}
        <SlipLine strong term={words.cashInHand} amount={slip.cashInHand} />
        {ofCash.map((each) => (
          <DeductionLine key={each.ruleId} deduction={each} owed />
        ))}
        {slip.owesNow > 0 ? <SlipLine term={words.owesNow} note={words.owesNote} amount={slip.owesNow} /> : null}
      </section>
      <p>{words.askAbout(slip.organiser)}</p>
    </div>
  );
}

interface SlipLineProps {
  term: ReactNode;
  note?: ReactNode;
  amount: number;
  strong?: boolean;
  signed?: boolean;
  children?: ReactNode;
}

function SlipLine({ term, note, amount, strong, signed, children }: SlipLineProps) {
  return (
    <div className={strong ? 'slip-line slip-line-strong' : 'slip-line'}>
      <div>
        <span>{term}</span>
        {note ? <span className="slip-note">{note}</span> : null}
        {children}
      </div>
      <Money amount={amount} signed={signed} strong={strong} />
    </div>
  );
}

/** A deduction opens its rule: title, rate and base, since when, and where it is written. */
function DeductionLine({ deduction, owed }: { deduction: Deduction; owed?: boolean }) {
  const words = useWords().orders;
  const language = useLanguage();
  const { basisPoints, fixedAmount, base, tickets, amount } = deduction;
  const rate = words.deductionOf(formatBasisPoints(basisPoints, language), formatRupiah(base));
  const fixed = fixedAmount > 0 ? ` ${words.deductionFixed(formatRupiah(fixedAmount), tickets)}` : '';
  return (
    <SlipLine
      term={language === 'en' ? deduction.titleEn : deduction.titleId}
      note={owed ? words.fromCash : `${rate}${fixed}`}
      amount={owed ? amount : -amount}
    >
      <details className="slip-rule">
        <summary>{words.rule}</summary>
        <p>
          {rate}
          {fixed}
        </p>
        <p>{words.ruleFrom(formatDate(deduction.validFrom, '', 'medium', language))}</p>
        <p>{words.ruleSource(deduction.source)}</p>
      </details>
    </SlipLine>
  );
}
