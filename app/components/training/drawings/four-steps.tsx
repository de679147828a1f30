import { useWords } from '~/i18n';
import { Arrow, Frame, Label } from './frame';

const STEPS = [
  { key: 'listen', x: 40, tone: 'draw-laut' },
  { key: 'admit', x: 120, tone: 'draw-sambal' },
  { key: 'offer', x: 200, tone: 'draw-kunyit' },
  { key: 'settle', x: 280, tone: 'draw-pandan' },
] as const;

/** Four steps in a row under a clock of one day. */
export function FourSteps({ caption }: { caption: string }) {
  const words = useWords().training.drawings.fourSteps;
  return (
    <Frame caption={caption} description={words.description} height={188}>
      <circle className="draw-paper draw-edge" cx="116" cy="34" r="22" />
      <path className="draw-stroke" d="M116 18v16l11 7" fill="none" />
      <Label x={148} y={40} from="start" tone="draw-word-strong">
        {words.day}
      </Label>
      <path className="draw-thin" d="M12 72h296" fill="none" />
      {STEPS.map(({ key, x, tone }, i) => (
        <g key={key}>
          <circle className={tone} cx={x} cy="116" r="24" />
          <Label x={x} y={122} tone={tone === 'draw-kunyit' ? 'draw-word-strong' : 'draw-word-light'}>
            {i + 1}
          </Label>
          <Label x={x} y={168}>
            {words[key]}
          </Label>
          {i < 3 ? <Arrow from={[x + 28, 116]} to={[x + 51, 116]} /> : null}
        </g>
      ))}
    </Frame>
  );
}
