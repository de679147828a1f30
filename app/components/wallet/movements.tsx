import { Money } from '~/components/ui/money';
import type { Purpose } from '~/domain/wallet/wallet';
import { useLanguage, useWords } from '~/i18n';
import { formatDate, formatTime } from '~/i18n/format';
import { HOUSE_ZONE } from '~/shared/time';

export interface Movement {
  version: number;
  purpose: Purpose;
  amount: number;
  direction: 'in' | 'out';
  at: number;
}

/** Movements of an account in words, newest first: what and how much, when below it. */
export function Movements({ lines, names }: { lines: readonly Movement[]; names: Partial<Record<Purpose, string>> }) {
  const { wallet } = useWords();
  const language = useLanguage();
  return (
    <ol className="movements" aria-label={wallet.statement.caption}>
      {lines.map(({ version, purpose, amount, direction, at }) => (
        <li key={version}>
          <span className="movement-what">{names[purpose] ?? purpose}</span>
          <Money amount={direction === 'in' ? amount : -amount} signed strong />
          <span className="movement-when">
            {formatDate(at, HOUSE_ZONE, 'medium', language)}, {formatTime(at, HOUSE_ZONE)}
          </span>
        </li>
      ))}
    </ol>
  );
}
