import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type BadgeTone = 'plain' | 'info' | 'good' | 'attention' | 'problem';

const ICON_OF: Record<BadgeTone, IconName | null> = {
  plain: null,
  info: 'info',
  good: 'check',
  attention: 'clock',
  problem: 'stop',
};

export interface BadgeProps {
  tone?: BadgeTone;
  /** Another picture than the tone's own. */
  icon?: IconName;
  /** The state in one or two words. */
  children?: ReactNode;
  /** Empty and unseen until app/enhance/stall-stock.ts writes into it. */
  stock?: boolean;
}

/** A state, as icon and word. */
export function Badge({ tone = 'plain', icon, children, stock }: BadgeProps) {
  const name = icon ?? ICON_OF[tone];
  return (
    <span className={`badge badge-${tone}`} hidden={stock} data-stock={stock ? '' : undefined}>
      {name ? <Icon name={name} /> : null}
      <span className="badge-word">{children}</span>
    </span>
  );
}
