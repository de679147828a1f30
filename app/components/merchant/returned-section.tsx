import { Button, ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import type { OwnSection } from '~/domain/merchants/read-sections.server';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

export interface ReturnedSectionProps {
  merchantId: string;
  section: OwnSection;
  /** On the page where it is mended there is no way to it, and on the overview no way to send it unchanged. */
  at: 'overview' | 'review' | 'mending';
}

/** On the page where they are mended. */
export function ReturnedHere({ merchantId, returned }: { merchantId: string; returned: readonly OwnSection[] }) {
  return returned.map((section) => (
    <ReturnedSection key={section.section} merchantId={merchantId} section={section} at="mending" />
  ));
}

/** A section that came back, as one task: why, what to mend, and the way there. */
export function ReturnedSection({ merchantId, section, at }: ReturnedSectionProps) {
  const { review } = useWords();
  const language = useLanguage();
  const words = review.own;
  const base = pathTo(`/usaha/${merchantId}`, language);
  const { section: name, reason, fix, place } = section;
  return (
    <Notice
      tone="attention"
      title={words.returnedTitle(review.sections[name] ?? name)}
      ways={
        at === 'mending' ? undefined : (
          <>
            <ButtonLink variant="primary" href={`${base}${place}`}>
              {words.mend}
            </ButtonLink>
            {at === 'review' ? (
              <form method="post" action={`${base}/pemeriksaan/${name}/kirim`}>
                <Button variant="quiet">{words.resend}</Button>
              </form>
            ) : null}
          </>
        )
      }
    >
      <p>
        {words.why}: {reason ? (review.reasons[reason] ?? reason) : ''}.
      </p>
      <p>
        {words.fix}: {fix}
      </p>
      <p className="soft">{words.resendHelp}</p>
    </Notice>
  );
}
