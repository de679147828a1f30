import { useWords } from '~/i18n';
import { formatRupiah } from '~/i18n/format';
import { Frame, Label } from './frame';

/** Two phones: the guest's picture crossed out, the seller's own list ringed. */
export function OwnScreen({ caption }: { caption: string }) {
  const words = useWords().training.drawings.ownScreen;
  return (
    <Frame caption={caption} description={words.description} height={262}>
      <Label x={76} y={22} tone="draw-word-strong">
        {words.theirs}
      </Label>
      <rect className="draw-ink" x="18" y="34" width="116" height="190" rx="16" />
      <rect className="draw-sand" x="26" y="48" width="100" height="162" rx="6" />
      <circle className="draw-line-fill" cx="76" cy="104" r="22" />
      <path className="draw-tick" d="M66 104l7 9 14-16" fill="none" />
      <Label x={76} y={156}>
        {words.paid}
      </Label>
      <path className="draw-cross" d="M22 40l108 178M130 40L22 218" fill="none" />
      <Label x={76} y={250} tone="draw-word-soft">
        {words.notThis}
      </Label>
      <Label x={240} y={22} tone="draw-word-strong">
        {words.own}
      </Label>
      <rect className="draw-ink" x="182" y="34" width="116" height="190" rx="16" />
      <rect className="draw-white" x="190" y="48" width="100" height="162" rx="6" />
      <path className="draw-thin" d="M198 136h84M198 164h84M198 192h84" fill="none" />
      <rect className="draw-pandan-wash draw-ring" x="186" y="62" width="108" height="56" rx="12" />
      <Label x={240} y={86}>
        {words.received}
      </Label>
      <Label x={240} y={107} tone="draw-word-strong">
        {formatRupiah(20_000)}
      </Label>
      <Label x={240} y={250} tone="draw-word-strong">
        {words.trustThis}
      </Label>
    </Frame>
  );
}
