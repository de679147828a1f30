import type { ReactNode } from 'react';
import { PublicPage } from '~/components/layout/public-page';
import { Shell } from '~/components/layout/shell';
import { SignedInLinks } from '~/components/layout/signed-in-links';
import { PageHeading } from '~/components/ui/page-heading';
import { Steps } from '~/components/ui/steps';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** One of the three screens of sign-up. */
export function SignUpFrame({ step, lead, children }: { step: 1 | 2 | 3; lead?: ReactNode; children: ReactNode }) {
  const words = useWords().merchants.signUp;
  const content = (
    <div className="stack">
      <div>
        <Steps current={step} titles={words.steps} />
      </div>
      {children}
    </div>
  );
  if (step === 1) {
    return (
      <PublicPage title={words.title} lead={lead} width="narrow">
        {content}
      </PublicPage>
    );
  }
  return (
    <Shell headerNav={<SignedInLinks />} width="narrow">
      <PageHeading title={words.title} lead={lead} />
      {content}
    </Shell>
  );
}

/**
 * Keeps each answer of `owner`, a person, as it is given, where there is JavaScript (app/enhance/keep-answers.ts); the form's own button
 * keeps the whole screen without it.
 */
export function KeepAnswers({ owner, children }: { owner: string; children: ReactNode }) {
  const words = useWords().merchants.signUp;
  const language = useLanguage();
  return (
    <keep-answers
      data-address={pathTo('/daftar/isian', language)}
      data-owner={owner}
      data-saved={words.saved}
      data-failed={words.notSaved}
      data-signed-out={words.signedOut}
    >
      {children}
      <p className="keep-note" role="status" data-keep-note="" />
    </keep-answers>
  );
}

declare global {
  // biome-ignore lint/style/noNamespace: how React 18 is told of an element of our own
  namespace JSX {
    interface IntrinsicElements {
      'keep-answers': React.DetailedHTMLProps<React.HTMLAttributes<HTMLElement>, HTMLElement> & {
        'data-address': string;
        'data-owner': string;
        'data-saved': string;
        'data-failed': string;
        'data-signed-out': string;
      };
    }
  }
}
