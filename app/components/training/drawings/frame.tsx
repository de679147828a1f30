import { type ReactNode, useId } from 'react';

export interface FrameProps {
  /** From the lesson's text; also the name of the picture. */
  caption: string;
  /** All that the picture says, for who does not see it. */
  description: string;
  height: number;
  children: ReactNode;
}

/** A drawing of a lesson: 320 wide, so that it stands at its own size on a phone; colours by the tokens' classes. */
export function Frame({ caption, description, height, children }: FrameProps) {
  const id = useId();
  return (
    <figure className="drawing">
      <svg viewBox={`0 0 320 ${height}`} role="img" aria-labelledby={`${id}t ${id}d`}>
        <title id={`${id}t`}>{caption}</title>
        <desc id={`${id}d`}>{description}</desc>
        {children}
      </svg>
      <figcaption className="soft">{caption}</figcaption>
    </figure>
  );
}

/** A word in a drawing, centred on x unless it begins there. */
export function Label({
  x,
  y,
  tone = 'draw-word',
  from,
  children,
}: {
  x: number;
  y: number;
  tone?: 'draw-word' | 'draw-word-light' | 'draw-word-soft' | 'draw-word-strong';
  from?: 'start' | 'end';
  children: ReactNode;
}) {
  return (
    <text x={x} y={y} className={tone} textAnchor={from ?? 'middle'}>
      {children}
    </text>
  );
}

/** An arrow from one point to another, its head at the end. */
export function Arrow({ from: [x1, y1], to: [x2, y2] }: { from: [number, number]; to: [number, number] }) {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const wing = (turn: number) =>
    `${Math.round(x2 - 9 * Math.cos(angle + turn))} ${Math.round(y2 - 9 * Math.sin(angle + turn))}`;
  return (
    <path className="draw-stroke" d={`M${x1} ${y1}L${x2} ${y2}M${wing(0.5)}L${x2} ${y2}L${wing(-0.5)}`} fill="none" />
  );
}
