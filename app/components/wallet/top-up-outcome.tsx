import { Button, ButtonLink } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { formatRupiah, formatTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import { NextField } from './new-pin-fields';
import { withNext } from './wallet-page';

export interface TopUpOutcomeProps {
  amount: number;
  /** `unknown`: the rail did not answer; `not_started`: it never opened a page for this payment. */
  state: 'succeeded' | 'failed' | 'open' | 'unknown' | 'not_started';
  failure: string | null;
  /** The rail's page. */
  address: string | null;
  endsAt: number;
  balance: number;
  next: string | null;
}

/** What became of a top-up, and the one thing to do now. */
export function TopUpOutcome({ amount, state, failure, address, endsAt, balance, next }: TopUpOutcomeProps) {
  const { wallet } = useWords();
  const language = useLanguage();
  const words = wallet.topUpState;
  const sum = formatRupiah(amount);
  const home = next ? (
    <ButtonLink variant="primary" href={next}>
      {wallet.home.backToOrder}
    </ButtonLink>
  ) : (
    <ButtonLink variant="primary" href={pathTo('/dompet', language)}>
      {words.toWallet}
    </ButtonLink>
  );
  if (state === 'succeeded')
    return (
      <Notice tone="good" title={words.succeededTitle(sum)} ways={home}>
        {words.succeeded(formatRupiah(balance))}
      </Notice>
    );
  if (state === 'failed') {
    const again = <ButtonLink href={withNext(pathTo('/dompet/isi', language), next)}>{words.topUpAgain}</ButtonLink>;
    const why = words.failures[failure ?? ''] ?? words.failed;
    return (
      <Notice tone="problem" title={words.failedTitle(sum)} ways={again}>
        {why}
      </Notice>
    );
  }
  const checkAgain = (label: string) => (
    <Form>
      <NextField next={next} />
      <Button>{label}</Button>
    </Form>
  );
  if (state === 'not_started')
    return (
      <Notice tone="attention" title={words.openTitle(sum)} ways={checkAgain(words.again)}>
        {words.notStarted}
      </Notice>
    );
  if (state === 'unknown')
    return (
      <Notice tone="attention" title={words.unknownTitle} ways={checkAgain(words.check)}>
        {words.unknown(formatTime(endsAt, HOUSE_ZONE))}
      </Notice>
    );
  // A plain link, not a redirect after the form: the policy of our own forms allows no other site.
  const toCard = address ? (
    <ButtonLink variant="primary" href={address} rel="noreferrer">
      {words.toCard}
    </ButtonLink>
  ) : null;
  return (
    <Notice
      title={words.openTitle(sum)}
      ways={
        <>
          {toCard}
          {checkAgain(words.check)}
        </>
      }
    >
      {words.open}
    </Notice>
  );
}
