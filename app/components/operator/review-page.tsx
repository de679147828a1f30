import type { ReactNode } from 'react';
import { OperatorPage } from '~/components/layout/operator-page';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

export interface ReviewPageProps {
  title: string;
  lead?: string;
  isOperator: boolean;
  /** The decision before this page was kept. */
  isSaved: boolean;
  /** Why this one was not. */
  trouble: string | null;
  children: ReactNode;
}

/** The frame of one thing under review: what became of the last decision, and the way back to the queue. */
export function ReviewPage({ title, lead, isOperator, isSaved, trouble, children }: ReviewPageProps) {
  const { review } = useWords();
  const back = { href: pathTo('/operator/periksa', useLanguage()), label: review.section.back };
  return (
    <OperatorPage title={title} lead={lead} back={back} current="review" isVerifierOnly={!isOperator}>
      <div className="stack">
        {isSaved && !trouble ? <Notice tone="good">{review.queue.decided}</Notice> : null}
        {trouble ? (
          <Notice tone="attention" alert>
            {trouble}
          </Notice>
        ) : null}
        {children}
      </div>
    </OperatorPage>
  );
}
