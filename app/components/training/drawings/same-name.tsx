import { useWords } from '~/i18n';
import { Frame, Label } from './frame';

const CARDS = [
  { key: 'idCard', x: 4, tone: 'draw-laut' },
  { key: 'account', x: 114, tone: 'draw-sambal' },
  { key: 'here', x: 224, tone: 'draw-pandan' },
] as const;

/** Identity card, bank account and account here with one and the same name line. */
export function SameName({ caption }: { caption: string }) {
  const words = useWords().training.drawings.sameName;
  return (
    <Frame caption={caption} description={words.description} height={170}>
      {CARDS.map(({ key, x, tone }) => (
        <g key={key}>
          <rect className="draw-paper draw-edge" x={x} y="8" width="92" height="104" rx="8" />
          <rect className={tone} x={x} y="8" width="92" height="34" rx="8" />
          <Label x={x + 46} y={30} tone="draw-word-light">
            {words[key]}
          </Label>
          <Label x={x + 46} y={66} tone="draw-word-soft">
            {words.name}
          </Label>
          <path className="draw-thick" d={`M${x + 14} 86h18m8 0h30m6 0h4`} fill="none" />
        </g>
      ))}
      <path className="draw-stroke" d="M98 56h14m-14 8h14M208 56h14m-14 8h14" fill="none" />
      <circle className="draw-pandan" cx="76" cy="146" r="15" />
      <path className="draw-tick" d="M69 146l5 6 10-11" fill="none" />
      <Label x={100} y={152} from="start" tone="draw-word-strong">
        {words.same}
      </Label>
    </Frame>
  );
}
