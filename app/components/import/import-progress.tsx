import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { ProgressBar } from '~/components/ui/progress-bar';
import { useWords } from '~/i18n';

declare global {
  // biome-ignore lint/style/noNamespace: how JSX learns of a custom element
  namespace JSX {
    interface IntrinsicElements {
      'import-progress': DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & { 'data-address'?: string };
    }
  }
}

/** How far the worker is. Refreshes itself where there is JavaScript; elsewhere the link does. */
export function ImportProgress({
  done,
  all,
  label,
  address,
  here,
}: {
  done: number;
  all: number;
  label: string;
  address: string;
  here: string;
}) {
  const { check } = useWords().imports;
  return (
    <Card>
      <import-progress data-address={address}>
        <ProgressBar value={done} max={all} label={label} />
      </import-progress>
      <p className="ways">
        <ButtonLink href={here}>{check.refresh}</ButtonLink>
      </p>
    </Card>
  );
}
