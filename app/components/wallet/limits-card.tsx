import { Card } from '~/components/ui/card';
import { ProgressBar } from '~/components/ui/progress-bar';
import type { Tier } from '~/domain/wallet/wallet';
import { useLanguage, useWords } from '~/i18n';
import { formatDate, formatRupiah } from '~/i18n/format';

export interface ShownLimit {
  used: number;
  limit: number;
  validFrom: string;
  source: string;
}

export interface LimitsCardProps {
  tier: Tier;
  balance: ShownLimit;
  incoming: ShownLimit;
  onTheWay: number;
}

/** How full a wallet is and how full it may be, each with its dated rule. */
export function LimitsCard({ tier, balance, incoming, onTheWay }: LimitsCardProps) {
  const { wallet } = useWords();
  const words = wallet.limits;
  return (
    <Card title={words.title(wallet.tiers[tier])}>
      <div className="wallet-limits">
        <ProgressBar
          value={balance.used}
          max={balance.limit}
          label={words.balance(formatRupiah(balance.used), formatRupiah(balance.limit))}
        />
        <ProgressBar
          value={incoming.used}
          max={incoming.limit}
          label={words.incoming(formatRupiah(incoming.used), formatRupiah(incoming.limit))}
        />
        {onTheWay > 0 ? <p>{words.onTheWay(formatRupiah(onTheWay))}</p> : null}
      </div>
      <details>
        <summary>{words.sourceLabel}</summary>
        <RuleLine {...balance} />
        <RuleLine {...incoming} />
      </details>
    </Card>
  );
}

function RuleLine({ validFrom, source, limit }: ShownLimit) {
  const { wallet } = useWords();
  const language = useLanguage();
  return (
    <p className="field-hint">
      {formatRupiah(limit)}: {wallet.limits.source(formatDate(validFrom, '', 'medium', language))} {source}
    </p>
  );
}
