import { useWords } from '~/i18n';
import { formatRupiah } from '~/i18n/format';
import { Frame, Label } from './frame';

/** The example of the fact base (§6): Rp20.000 of which the guest pays 15.000, the organiser 3.000, the stall 2.000. */
export function PromoSplit({ caption }: { caption: string }) {
  const words = useWords().training.drawings.promoSplit;
  return (
    <Frame caption={caption} description={words.description} height={216}>
      <rect className="draw-pandan" x="4" y="14" width="226" height="84" rx="6" />
      <Label x={117} y={52} tone="draw-word-light">
        {words.customer}
      </Label>
      <Label x={117} y={76} tone="draw-word-light">
        {formatRupiah(15_000)}
      </Label>
      <path
        className="draw-laut"
        d="M236 14l6 12-6 12 6 12-6 12 6 12-6 12 6 12h42l-6-12 6-12-6-12 6-12-6-12 6-12-6-12z"
      />
      <path className="draw-sambal" d="M288 14l6 12-6 12 6 12-6 12 6 12-6 12 6 12h20V14z" />
      <path className="draw-thin" d="M258 102v18H96v16M302 102v62H96v14" fill="none" />
      <circle className="draw-laut" cx="20" cy="142" r="9" />
      <Label x={38} y={148} from="start">
        {`${words.organiser}: ${formatRupiah(3_000)}`}
      </Label>
      <circle className="draw-sambal" cx="20" cy="188" r="9" />
      <Label x={38} y={194} from="start">
        {`${words.yours}: ${formatRupiah(2_000)}`}
      </Label>
    </Frame>
  );
}
