import { PublicPage } from '~/components/layout/public-page';
import { ButtonLink } from '~/components/ui/button';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** Behind the QR of a booth whose business is not shown any more: nothing of the business, only where to go on. */
export function StallGone({ festival, booth }: { festival: { slug: string; name: string }; booth: number }) {
  const { common, customer } = useWords();
  const href = pathTo(`/festival/${festival.slug}`, useLanguage());
  return (
    <PublicPage title={customer.stall.gone} back={{ href, label: common.backTo(festival.name) }} width="narrow">
      <div className="stack">
        <p>{customer.stall.goneText(booth)}</p>
        <ButtonLink variant="primary" href={href}>
          {customer.stall.noDishesAction}
        </ButtonLink>
      </div>
    </PublicPage>
  );
}
