import { useWords } from '~/i18n';
import { Frame, Label } from './frame';

const QUEUE = [18, 44, 70, 96, 122] as const;

/** A stall from above: gas outside at the back, raw and cooked apart, one place to order, another to collect. */
export function StallPlan({ caption }: { caption: string }) {
  const words = useWords().training.drawings.stallPlan;
  return (
    <Frame caption={caption} description={words.description} height={300}>
      <circle className="draw-sambal" cx="64" cy="22" r="14" />
      <Label x={86} y={28} from="start">
        {words.gas}
      </Label>
      <rect className="draw-kunyit-wash draw-edge" x="30" y="46" width="260" height="134" rx="6" />
      <rect className="draw-laut-wash draw-edge" x="44" y="62" width="92" height="46" rx="4" />
      <Label x={90} y={91}>
        {words.raw}
      </Label>
      <rect className="draw-pandan-wash draw-edge" x="184" y="62" width="92" height="46" rx="4" />
      <Label x={230} y={91}>
        {words.cooked}
      </Label>
      <rect className="draw-laut" x="36" y="140" width="140" height="34" rx="4" />
      <Label x={106} y={162} tone="draw-word-light">
        {words.order}
      </Label>
      <rect className="draw-pandan" x="182" y="140" width="64" height="34" rx="4" />
      <Label x={214} y={162} tone="draw-word-light">
        {words.collect}
      </Label>
      <rect className="draw-sand draw-dash" x="250" y="140" width="34" height="34" rx="4" />
      <path className="draw-thin" d="M266 178v24" fill="none" />
      <Label x={312} y={220} from="end">
        {words.low}
      </Label>
      {QUEUE.map((x) => (
        <circle key={x} className="draw-line-fill" cx={x} cy="200" r="10" />
      ))}
      <Label x={4} y={240} from="start">
        {words.queue}
      </Label>
      <path className="draw-thin" d="M4 254h312" fill="none" />
      <Label x={160} y={280} tone="draw-word-soft">
        {words.way}
      </Label>
      <rect className="draw-ink" x="290" y="12" width="18" height="24" rx="3" />
      <Label x={282} y={28} from="end">
        {words.bin}
      </Label>
    </Frame>
  );
}
