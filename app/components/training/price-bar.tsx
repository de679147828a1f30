import { useWords } from '~/i18n';
import { formatRupiah } from '~/i18n/format';

/** The example shop of the fact base (course-facts.md E0): a price of Rp20.000 and where it goes. */
const PARTS = [
  { key: 'ingredients', amount: 6_500, fill: '#b3261e', ink: '#fffbf3' },
  { key: 'packaging', amount: 2_500, fill: '#f2b632', ink: '#201a14' },
  { key: 'commission', amount: 2_000, fill: '#1f4e79', ink: '#fffbf3' },
  { key: 'yours', amount: 9_000, fill: '#1e6b4a', ink: '#fffbf3' },
] as const;

const TOTAL = 20_000;
const HEIGHT = 260;

/** A coin stack of a price, cut in four; each part says its name and amount, so colour is not the only sign. */
export function PriceBar() {
  const words = useWords().training.drawing;
  let top = 10;
  return (
    <figure className="drawing">
      <svg viewBox="0 0 320 280" role="img" aria-labelledby="price-bar-title">
        <title id="price-bar-title">{words.title}</title>
        {PARTS.map((part) => {
          const height = (part.amount / TOTAL) * HEIGHT;
          const y = top;
          top += height;
          return (
            <g key={part.key}>
              <rect x="10" y={y} width="84" height={height} fill={part.fill} stroke="#fffbf3" strokeWidth="2" rx="3" />
              <text x="52" y={y + height / 2 + 5} fill={part.ink} fontSize="14" fontWeight="700" textAnchor="middle">
                {formatRupiah(part.amount)}
              </text>
              <path d={`M96 ${y + height / 2}h16`} stroke="#8d7b64" strokeWidth="1.5" />
              <text x="118" y={y + height / 2 + 6} fill="#201a14" fontSize="16">
                {words[part.key]}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="soft">{words.caption}</figcaption>
    </figure>
  );
}
