import { ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { useWords } from '~/i18n';

/** A refusal in words with the way back; nothing while there is none. */
export function Refused({
  refusal,
  back,
}: {
  refusal: { text: string } | null | undefined;
  back?: { href: string; label: string };
}) {
  const { festivals } = useWords();
  if (!refusal) return null;
  return (
    <Notice
      tone="problem"
      title={festivals.refused.title}
      alert
      ways={back ? <ButtonLink href={back.href}>{back.label}</ButtonLink> : undefined}
    >
      {refusal.text}
    </Notice>
  );
}
