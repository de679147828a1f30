import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { festivalMayBecome } from '~/domain/festivals/festival';
import type { Festival } from '~/domain/festivals/read-festival.server';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** What is seldom done: public pages, closing a call early, postponing, cancelling. */
export function MoreActs({ festival, base }: { festival: Festival; base: string }) {
  const { festivals, live } = useWords();
  const { page } = festivals;
  const language = useLanguage();
  const { state, slug } = festival;
  const isPublic = state !== 'draft';
  return (
    <Card title={page.other}>
      {isPublic ? (
        <ul className="link-list">
          <li>
            <a href={pathTo(`/pendaftaran/${slug}`, language)}>{page.publicCall}</a>
          </li>
          {festival.publishedAt === null ? null : (
            <>
              <li>
                <a href={pathTo(`/festival/${slug}`, language)}>{page.publicPage}</a>
              </li>
              <li>
                <a href={pathTo(`/festival/${slug}/peserta`, language)}>{page.publicLineUp}</a>
              </li>
              <li>
                <a href={pathTo(`/festival/${slug}/siap`, language)}>{live.ready.link}</a>
              </li>
            </>
          )}
        </ul>
      ) : null}
      <div className="ways">
        {state === 'open' ? <PostButton action={`${base}/tutup`}>{page.closeCall}</PostButton> : null}
        {state === 'curating' ? <PostButton action={`${base}/buka`}>{page.reopenCall}</PostButton> : null}
        {state === 'published' ? <PostButton action={`${base}/keadaan/mulai`}>{page.start}</PostButton> : null}
        {state === 'running' ? <PostButton action={`${base}/keadaan/selesai`}>{page.finish}</PostButton> : null}
        {festivalMayBecome(state, 'postponed') ? (
          <ButtonLink href={`${base}/keadaan/tunda`}>{page.postpone}</ButtonLink>
        ) : null}
        {festivalMayBecome(state, 'cancelled') ? (
          <ButtonLink href={`${base}/keadaan/batal`} variant="danger">
            {page.cancel}
          </ButtonLink>
        ) : null}
      </div>
    </Card>
  );
}

function PostButton({ action, children }: { action: string; children: string }) {
  return (
    <form method="post" action={action}>
      <Button>{children}</Button>
    </form>
  );
}
