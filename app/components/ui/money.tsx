import { useLanguage } from '~/i18n';
import { formatPrice, formatRupiah, formatSignedRupiah } from '~/i18n/format';

export interface MoneyProps {
  amount: number;
  /** Always with + or −: a movement. Money in is pandan. */
  signed?: boolean;
  /** A price on a menu, where zero is "Gratis". */
  price?: boolean;
  strong?: boolean;
}

/** An amount of rupiah that never breaks over a line. */
export function Money({ amount, signed, price, strong }: MoneyProps) {
  const language = useLanguage();
  const text = signed ? formatSignedRupiah(amount) : price ? formatPrice(amount, language) : formatRupiah(amount);
  const look = ['money', strong && 'money-strong', signed && amount > 0 && 'money-in'].filter(Boolean).join(' ');
  return <span className={look}>{text}</span>;
}
