import { PublicPage } from '~/components/layout/public-page';
import { Button, ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

export interface FillFailure {
  /** In words. */
  text: string;
  /** Where the dish stands, without the language. */
  back: string;
  /** The basket belongs to another festival: asked, never replaced silently. */
  other: { old: string; next: string; fields: [string, string][] } | null;
}

/** Why a dish did not go into the basket, and the ways out. */
export function FillPage({ failure }: { failure: FillFailure }) {
  const { common, customer } = useWords();
  const language = useLanguage();
  const words = customer.basket;
  if (!failure.other) {
    return (
      <PublicPage title={words.refusedTitle} width="narrow">
        <Notice
          tone="attention"
          alert
          title={failure.text}
          ways={<ButtonLink href={pathTo(failure.back, language)}>{words.chooseAgain}</ButtonLink>}
        />
      </PublicPage>
    );
  }
  const { old, next, fields } = failure.other;
  return (
    <PublicPage title={words.otherFestivalTitle} width="narrow">
      <div className="stack">
        <p>{words.otherFestival(old, next)}</p>
        <form className="form" action={pathTo('/keranjang/isi', language)} method="post">
          {fields.map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="ganti" value="ya" />
          <Button variant="primary" wide>
            {words.otherFestivalYes}
          </Button>
        </form>
        <ButtonLink href={pathTo('/keranjang', language)}>{words.otherFestivalNo}</ButtonLink>
        <ButtonLink variant="quiet" href={pathTo(failure.back, language)} icon="back">
          {common.back}
        </ButtonLink>
      </div>
    </PublicPage>
  );
}
