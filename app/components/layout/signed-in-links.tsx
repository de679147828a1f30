import { Icon } from '~/components/ui/icon';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** The account and sign-out in the header of a role's pages; a stall's board has no account. */
export function SignedInLinks({ account = true }: { account?: boolean }) {
  const { common, people } = useWords();
  const language = useLanguage();
  return (
    <>
      {account ? (
        <a className="site-nav-link" href={pathTo('/akun', language)}>
          <Icon name="person" />
          <span className="site-nav-word">{people.account.title}</span>
        </a>
      ) : null}
      <form action={pathTo('/keluar', language)} method="post">
        <button type="submit" className="site-nav-link">
          {common.signOut}
        </button>
      </form>
    </>
  );
}
