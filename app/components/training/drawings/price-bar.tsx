import { useWords } from '~/i18n';
import { formatRupiah } from '~/i18n/format';
import { Frame, Label } from './frame';

/** The example shop of the fact base (course-facts.md E0): a price of Rp20.000 and where it goes. */
const PARTS = [
  { key: 'ingredients', amount: 6_500, tone: 'draw-sambal', ink: 'draw-word-light' },
  { key: 'packaging', amount: 2_500, tone: 'draw-kunyit', ink: 'draw-word' },
  { key: 'commission', amount: 2_000, tone: 'draw-laut', ink: 'draw-word-light' },
  { key: 'yours', amount: 9_000, tone: 'draw-pandan', ink: 'draw-word-light' },
] as const;

const TOTAL = 20_000;
const HEIGHT = 260;

/** A stack of a price, cut in four; each part says its name and amount, so colour is not the only sign. */
export function PriceBar({ caption }: { caption: string }) {
  const words = useWords().training.drawings.priceBar;
  let top = 10;
  return (
    <Frame caption={caption} description={words.description} height={280}>
      {PARTS.map(({ key, amount, tone, ink }) => {
        const height = (amount / TOTAL) * HEIGHT;
        const middle = top + height / 2;
        const y = top;
        top += height;
        return (
          <g key={key}>
            <rect className={`${tone} draw-cut`} x="10" y={y} width="96" height={height} rx="3" />
            <Label x={58} y={middle + 5} tone={ink}>
              {formatRupiah(amount)}
            </Label>
            <path className="draw-thin" d={`M108 ${middle}h16`} fill="none" />
            <Label x={130} y={middle + 5} from="start">
              {words[key]}
            </Label>
          </g>
        );
      })}
    </Frame>
  );
}
