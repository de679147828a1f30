import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** Sign-out in the header of a role's pages. A form, since it changes something. */
export function SignedInLinks() {
  const { common } = useWords();
  const language = useLanguage();
  return (
    <form action={pathTo('/keluar', language)} method="post">
      <button type="submit" className="site-nav-link">
        {common.signOut}
      </button>
    </form>
  );
}
