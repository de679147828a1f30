import { useWords } from '~/i18n';
import { Frame, Label } from './frame';

const BOXES = [
  { key: 'tomorrow', x: 14, tone: 'draw-laut' },
  { key: 'change', x: 112, tone: 'draw-kunyit' },
  { key: 'profit', x: 210, tone: 'draw-pandan' },
] as const;

/** A drawer in three boxes, and a bar towards Rp500 million with a mark somewhere on it. */
export function Drawer({ caption }: { caption: string }) {
  const words = useWords().training.drawings.drawer;
  return (
    <Frame caption={caption} description={words.description} height={250}>
      <rect className="draw-sand draw-edge" x="4" y="10" width="312" height="122" rx="10" />
      {BOXES.map(({ key, x, tone }) => (
        <g key={key}>
          <rect className="draw-paper draw-edge" x={x} y="22" width="96" height="74" rx="6" />
          <rect className={tone} x={x + 18} y="36" width="60" height="12" rx="3" />
          <rect className={tone} x={x + 18} y="54" width="60" height="12" rx="3" />
          <rect className={tone} x={x + 18} y="72" width="60" height="12" rx="3" />
          <Label x={x + 48} y={119}>
            {words[key]}
          </Label>
        </g>
      ))}
      <Label x={4} y={168} from="start" tone="draw-word-strong">
        {words.year}
      </Label>
      <rect className="draw-paper draw-edge" x="4" y="180" width="312" height="22" rx="11" />
      <rect className="draw-pandan" x="4" y="180" width="138" height="22" rx="11" />
      <path className="draw-stroke" d="M142 172v38M316 172v38" fill="none" />
      <Label x={142} y={232}>
        {words.today}
      </Label>
      <Label x={316} y={232} from="end">
        {words.limit}
      </Label>
    </Frame>
  );
}
