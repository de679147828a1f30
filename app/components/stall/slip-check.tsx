import { Badge } from '~/components/ui/badge';
import { Button } from '~/components/ui/button';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime } from '~/i18n/format';

/** "Sudah saya periksa": her own word that she read the slip, which the lesson on the daily book asks for. */
export function SlipCheck({ checkedAt, action, zone }: { checkedAt: number | null; action: string; zone: string }) {
  const words = useWords().orders;
  const language = useLanguage();
  if (checkedAt !== null) {
    return (
      <p className="no-print">
        <Badge tone="good">{words.slipChecked}</Badge> {formatDateTime(checkedAt, zone, language)}
      </p>
    );
  }
  return (
    <form method="post" action={action} className="no-print mb-4">
      <Button icon="check">{words.slipCheck}</Button>
    </form>
  );
}
