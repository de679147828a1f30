import { useWords } from '~/i18n';
import { Frame, Label } from './frame';

/** A thermometer in three parts: keep hot, two hours at most, keep cold. */
export function DangerZone({ caption }: { caption: string }) {
  const words = useWords().training.drawings.dangerZone;
  return (
    <Frame caption={caption} description={words.description} height={290}>
      <rect className="draw-pandan" x="34" y="12" width="36" height="72" rx="10" />
      <rect className="draw-sambal" x="34" y="84" width="36" height="118" />
      <rect className="draw-laut" x="34" y="202" width="36" height="52" />
      <circle className="draw-laut" cx="52" cy="258" r="26" />
      <path className="draw-tick" d="M52 30v222" fill="none" />
      <path className="draw-stroke" d="M74 84h16M74 202h16" fill="none" />
      <Label x={96} y={90} from="start" tone="draw-word-strong">
        60 °C
      </Label>
      <Label x={96} y={208} from="start" tone="draw-word-strong">
        5 °C
      </Label>
      <Label x={96} y={46} from="start">
        {words.hot}
      </Label>
      <Label x={150} y={140} from="start" tone="draw-word-strong">
        {words.danger}
      </Label>
      <Label x={150} y={162} from="start">
        {words.limit}
      </Label>
      <circle className="draw-paper draw-edge" cx="118" cy="148" r="20" />
      <path className="draw-stroke" d="M118 134v14l10 6" fill="none" />
      <Label x={96} y={250} from="start">
        {words.cold}
      </Label>
    </Frame>
  );
}
