import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Form } from '~/components/ui/form';
import type { RailName } from '~/domain/wallet/wallet';
import { useWords } from '~/i18n';
import { formatRupiah } from '~/i18n/format';
import { NextField } from './new-pin-fields';

export interface TopUpConfirmProps {
  action: string;
  backTo: string;
  topUpId: string;
  sum: number;
  rail: RailName;
  balanceAfter: number;
  next: string | null;
}

/** Second screen: the sum in the question and on the button. The id makes a second tap the same top-up. */
export function TopUpConfirm({ action, backTo, topUpId, sum, rail, balanceAfter, next }: TopUpConfirmProps) {
  const { wallet } = useWords();
  const words = wallet.topUp;
  const amount = formatRupiah(sum);
  return (
    <Card title={words.confirm(amount)}>
      <p>{words.confirmLine(words.rails[rail], formatRupiah(balanceAfter))}</p>
      <Form action={action}>
        <input type="hidden" name="topUpId" value={topUpId} />
        <input type="hidden" name="sum" value={sum} />
        <input type="hidden" name="rail" value={rail} />
        <NextField next={next} />
        <div className="ways">
          <Button variant="primary">{words.confirmButton(amount)}</Button>
          <ButtonLink href={backTo}>{words.back}</ButtonLink>
        </div>
      </Form>
    </Card>
  );
}
