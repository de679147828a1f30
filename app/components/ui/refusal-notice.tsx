import type { ReactNode } from 'react';
import { Notice } from './notice';

export interface RefusalNoticeProps {
  /** As an action answered it; none, no notice. */
  refusal: { text: string } | null | undefined;
  /** `attention` where she may try again, `problem` where what she wanted cannot be. */
  tone?: 'attention' | 'problem';
  ways?: ReactNode;
}

/** Why what was sent did not happen, read out at once. */
export function RefusalNotice({ refusal, tone = 'problem', ways }: RefusalNoticeProps) {
  if (!refusal) return null;
  return (
    <Notice tone={tone} alert ways={ways}>
      {refusal.text}
    </Notice>
  );
}
