import { useWords } from '~/i18n';
import { Frame, Label } from './frame';

/** Portions of four minutes in a box of two pans by ten minutes; x and width in units of one minute. */
const PORTIONS = [
  { number: 1, at: 0, row: 0 },
  { number: 2, at: 0, row: 1 },
  { number: 3, at: 4, row: 0 },
  { number: 4, at: 4, row: 1 },
] as const;

const UNIT = 21;
const LEFT = 8;

/** Five portions fill ten minutes of two pans: the fifth takes the last two minutes of both; the sixth waits. */
export function TenMinutes({ caption }: { caption: string }) {
  const words = useWords().training.drawings.tenMinutes;
  const y = (row: number) => 44 + row * 54;
  return (
    <Frame caption={caption} description={words.description} height={216}>
      <Label x={LEFT} y={28} from="start" tone="draw-word-strong">
        {words.box}
      </Label>
      <rect className="draw-paper draw-edge" x={LEFT} y="40" width={UNIT * 10} height="112" rx="6" />
      {PORTIONS.map(({ number, at, row }) => (
        <g key={number}>
          <rect className="draw-pandan draw-cut" x={LEFT + at * UNIT} y={y(row)} width={UNIT * 4} height="50" rx="6" />
          <Label x={LEFT + (at + 2) * UNIT} y={y(row) + 31} tone="draw-word-light">
            {number}
          </Label>
        </g>
      ))}
      <rect className="draw-laut draw-cut" x={LEFT + 8 * UNIT} y="44" width={UNIT * 2} height="104" rx="6" />
      <Label x={LEFT + 9 * UNIT} y={102} tone="draw-word-light">
        5
      </Label>
      <rect className="draw-kunyit draw-dash" x="240" y="44" width="72" height="50" rx="6" />
      <Label x={276} y={75} tone="draw-word-strong">
        6
      </Label>
      <path className="draw-thin" d="M226 36v124" fill="none" />
      <Label x={312} y={118} from="end">
        {words.next}
      </Label>
      <Label x={LEFT} y={178} from="start">
        {words.pans}
      </Label>
      <Label x={LEFT} y={202} from="start" tone="draw-word-soft">
        {words.portion}
      </Label>
    </Frame>
  );
}
