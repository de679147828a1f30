import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Form } from '~/components/ui/form';
import { NumberField } from '~/components/ui/number-field';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import type { Board } from '~/domain/orders/read-board.server';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { pathTo } from '~/shared/paths';

export interface StallDayCardProps {
  board: Board;
  base: string;
  answer: { refusal: { text: string } | null; errors: FieldErrors; typed: Record<string, string> } | null;
}

/** Opening, how much is cooked at once, and closing the day. */
export function StallDayCard({ board, base, answer }: StallDayCardProps) {
  const words = useWords().stalls;
  const language = useLanguage();
  const { standing, cookedAtOnce, merchantId, participationId } = board.stall;
  const slip = pathTo(`/usaha/${merchantId}/penjualan/${participationId}/${board.day}`, language);
  if (standing === 'closed')
    return (
      <Card title={words.dayTitle}>
        <ButtonLink href={slip}>{words.slip}</ButtonLink>
      </Card>
    );
  return (
    <>
      <Card title={words.dayTitle}>
        <RefusalNotice refusal={answer?.refusal} />
        <Form action={`${base}/jam-ambil`} errors={answer?.errors} typed={answer?.typed} summary={false}>
          <NumberField name="sekaligus" label={words.cookedAtOnce} hint={words.cookedAtOnceHint} value={cookedAtOnce} />
          <Button variant={standing === 'not_checked_in' ? 'primary' : 'secondary'}>
            {standing === 'not_checked_in' ? words.open : words.save}
          </Button>
        </Form>
      </Card>
      {standing === 'not_checked_in' ? null : (
        <details className="card day-close">
          <summary>{words.close}</summary>
          <form method="post" action={`${base}/tutup`}>
            <p>{words.closeLead}</p>
            <Button variant="danger">{words.closeConfirm}</Button>
          </form>
        </details>
      )}
    </>
  );
}
