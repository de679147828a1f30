import type { ReactNode } from 'react';
import { useWords } from '~/i18n';
import { Icon, type IconName } from './icon';

type NoticeTone = 'info' | 'good' | 'attention' | 'problem';

const ICON_OF: Record<NoticeTone, IconName> = { info: 'info', good: 'check', attention: 'alert', problem: 'stop' };

export interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons: the ways out. */
  ways?: ReactNode;
  /** Read out at once by a screen reader: after a refusal or a wrong form. */
  alert?: boolean;
  className?: string;
}

/** Something to know: what happened, what stays safe, what to do next. Never colour alone: icon, word and colour. */
export function Notice({ tone = 'info', title, children, ways, alert, className }: NoticeProps) {
  const { common } = useWords();
  const spoken = {
    info: common.noteInfo,
    good: common.noteGood,
    attention: common.noteAttention,
    problem: common.noteProblem,
  };
  return (
    <div className={`notice notice-${tone}${className ? ` ${className}` : ''}`} role={alert ? 'alert' : undefined}>
      <Icon name={ICON_OF[tone]} />
      <div className="notice-body">
        <span className="sr-only">{spoken[tone]}: </span>
        {title ? <p className="notice-title">{title}</p> : null}
        {typeof children === 'string' ? <p>{children}</p> : children}
        {ways ? <div className="ways">{ways}</div> : null}
      </div>
    </div>
  );
}
