import { ButtonLink } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import type { Festival } from '~/domain/festivals/read-festival.server';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** Why nobody is on the list, which depends on the call, and the one thing to do about it. */
export function NoApplicants({ festival }: { festival: Festival }) {
  const { applicants, compose } = useWords().festivals;
  const language = useLanguage();
  const { state, slug, organisationId, id } = festival;
  const summary = pathTo(`/penyelenggara/${organisationId}/festival/${id}`, language);
  const call = state === 'draft' || state === 'open' ? state : 'closed';
  return (
    <EmptyState
      seed={id}
      text={applicants.empty[call]}
      action={
        call === 'open' ? (
          <ButtonLink href={pathTo(`/pendaftaran/${slug}`, language)} variant="primary">
            {applicants.share}
          </ButtonLink>
        ) : (
          <ButtonLink href={summary}>{compose.toFestival}</ButtonLink>
        )
      }
    />
  );
}
