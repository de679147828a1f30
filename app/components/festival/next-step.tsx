import { Button, ButtonLink } from '~/components/ui/button';
import type { Festival } from '~/domain/festivals/read-festival.server';
import { useLanguage, useWords } from '~/i18n';
import { formatDeadline } from '~/i18n/format';
import { pathTo } from '~/shared/paths';

export interface FestivalCounts {
  applicants: number;
  undecided: number;
  accepted: number;
  open: number;
}

/** What the organiser does now: one sentence and one large button. */
export function NextStep({ festival, counts, base }: { festival: Festival; counts: FestivalCounts; base: string }) {
  const { page } = useWords().festivals;
  return (
    <section className="next-step" aria-labelledby="next-step">
      <h2 id="next-step">{page.next}</h2>
      <Step festival={festival} counts={counts} base={base} />
    </section>
  );
}

function Step({ festival, counts, base }: { festival: Festival; counts: FestivalCounts; base: string }) {
  const { page } = useWords().festivals;
  const next = page.nextOf;
  const language = useLanguage();
  const { state } = festival;
  if (state === 'draft') return <PostStep text={next.draft.text} action={`${base}/buka`} button={next.draft.button} />;
  if (state === 'postponed')
    return <PostStep text={next.postponed.text} action={`${base}/keadaan/lanjut`} button={next.postponed.button} />;
  if (state === 'open') {
    const text = next.open.text(counts.applicants, formatDeadline(festival.callClosesAt, festival.zone, language));
    return <LinkStep text={text} href={`${base}/pendaftar`} button={next.open.button} />;
  }
  if (state === 'curating') {
    if (counts.applicants === 0)
      return <PostStep text={next.curating.nobody} action={`${base}/buka`} button={page.reopenCall} />;
    const ready = counts.undecided === 0;
    const text = next.curating.text(counts.undecided);
    if (ready) return <LinkStep text={text} href={`${base}/umumkan`} button={next.curating.publish} />;
    return <LinkStep text={text} href={`${base}/susun`} button={next.curating.button} />;
  }
  if (state === 'published') {
    return (
      <LinkStep
        text={next.published.text(counts.accepted, counts.open)}
        href={`${base}/tawaran`}
        button={next.published.button}
      />
    );
  }
  if (state === 'running')
    return <LinkStep text={next.running.text} href={`${base}/kendali`} button={next.running.button} />;
  if (state === 'cancelled')
    return <LinkStep text={next.cancelled.text} href={`${base}/pendaftar`} button={next.cancelled.button} />;
  const lineUp = pathTo(`/festival/${festival.slug}/peserta`, language);
  return <LinkStep text={next[state].text} href={lineUp} button={next[state].button} />;
}

function LinkStep({ text, href, button }: { text: string; href: string; button: string }) {
  return (
    <>
      <p>{text}</p>
      <ButtonLink href={href} variant="primary" icon="next">
        {button}
      </ButtonLink>
    </>
  );
}

function PostStep({ text, action, button }: { text: string; action: string; button: string }) {
  return (
    <form method="post" action={action}>
      <p>{text}</p>
      <Button variant="primary" icon="next">
        {button}
      </Button>
    </form>
  );
}
