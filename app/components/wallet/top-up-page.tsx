import { ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import type { RailName } from '~/domain/wallet/wallet';
import { useLanguage, useWords } from '~/i18n';
import { formatRupiah } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { TopUpChoice, type TopUpChoiceProps } from './top-up-choice';
import { TopUpConfirm, type TopUpConfirmProps } from './top-up-confirm';
import { WalletPage, withNext } from './wallet-page';

export interface TopUpPageProps extends Omit<TopUpChoiceProps, 'action'> {
  /** A sum that may come in: the question is asked. */
  choice: Pick<TopUpConfirmProps, 'topUpId' | 'sum' | 'rail' | 'balanceAfter'> | null;
  /** Why the sum asked for may not come in, and the sum that may. */
  refusal: string | null;
  offer: { sum: number; rail: RailName } | null;
  /** Why the form just sent was refused. */
  failure: string | null;
}

/** Filling the wallet: the choice, then the question with the sum on the button. */
export function TopUpPage({ choice, refusal, offer, failure, ...rest }: TopUpPageProps) {
  const { wallet } = useWords();
  const language = useLanguage();
  const words = wallet.topUp;
  const { rails, minimum, room, next } = rest;
  const address = pathTo('/dompet/isi', language);
  const problem = failure ?? refusal;
  const ways = offer ? (
    <ButtonLink href={offerAddress(address, offer, next)}>{words.confirmButton(formatRupiah(offer.sum))}</ButtonLink>
  ) : null;
  const isOpen = rails.length > 0 && room >= minimum;
  return (
    <WalletPage title={words.title} next={next}>
      {problem ? (
        <Notice tone="problem" alert ways={ways}>
          {problem}
        </Notice>
      ) : null}
      {rails.length === 0 ? <Notice>{words.noRail}</Notice> : null}
      {rails.length > 0 && room < minimum ? <Notice tone="attention">{words.full}</Notice> : null}
      {choice ? <TopUpConfirm action={address} backTo={withNext(address, next)} next={next} {...choice} /> : null}
      {isOpen && !choice ? <TopUpChoice action={address} {...rest} /> : null}
      {isOpen && !rails.includes('stripe') ? <p className="field-hint">{words.cardOff}</p> : null}
    </WalletPage>
  );
}

function offerAddress(address: string, { sum, rail }: { sum: number; rail: RailName }, next: string | null): string {
  const choice = new URLSearchParams({ amount: 'other', other: String(sum), rail, ...(next ? { lanjut: next } : {}) });
  return `${address}?${choice}`;
}
