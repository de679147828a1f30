import { useWords } from '~/i18n';
import { Arrow, Frame, Label } from './frame';

/** A table seen from above: window, dish, white card, phone, and the way of the light. */
export function PhotoSetup({ caption }: { caption: string }) {
  const words = useWords().training.drawings.photoSetup;
  return (
    <Frame caption={caption} description={words.description} height={270}>
      <rect className="draw-sand" x="60" y="44" width="200" height="180" rx="10" />
      <rect className="draw-laut-wash draw-edge" x="4" y="60" width="34" height="148" rx="4" />
      <path className="draw-thin" d="M21 60v148M4 134h34" fill="none" />
      <Label x={4} y={36} from="start" tone="draw-word-strong">
        {words.window}
      </Label>
      <Arrow from={[44, 104]} to={[104, 118]} />
      <Arrow from={[44, 160]} to={[104, 148]} />
      <circle className="draw-paper draw-edge" cx="152" cy="133" r="42" />
      <circle className="draw-kunyit" cx="152" cy="133" r="27" />
      <path className="draw-stroke" d="M140 130c4-8 9 8 13 0s8 6 12 0" fill="none" />
      <Label x={152} y={194}>
        {words.dish}
      </Label>
      <rect className="draw-white draw-edge" x="222" y="80" width="12" height="106" rx="2" />
      <Label x={316} y={36} from="end" tone="draw-word-strong">
        {words.card}
      </Label>
      <path className="draw-thin" d="M272 42L234 78" fill="none" />
      <g transform="rotate(-45 196 232)">
        <rect className="draw-ink" x="176" y="222" width="46" height="20" rx="5" />
        <circle className="draw-kunyit" cx="213" cy="232" r="4" />
      </g>
      <Label x={226} y={262} from="start" tone="draw-word-strong">
        {words.phone}
      </Label>
    </Frame>
  );
}
