import { ButtonLink } from '~/components/ui/button';
import { Icon } from '~/components/ui/icon';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** What this phone has not sent yet, with its age. Written by its script; without JavaScript nothing waits anywhere. */
export function UnsentEvents() {
  const { offlineCourse: words } = useWords();
  const language = useLanguage();
  return (
    <unsent-events
      hidden
      class="notice notice-attention"
      data-unsent={words.unsent}
      data-unsent-for={words.unsentFor('{menit}')}
      data-off={words.off}
      data-trouble={words.trouble}
      data-out={words.out}
    >
      <Icon name="offline" />
      <div className="notice-body">
        <p role="status" data-unsent-text />
        <p hidden data-unsent-sign-in>
          <ButtonLink href={pathTo('/masuk?lanjut=/usaha', language)}>{words.signIn}</ButtonLink>
        </p>
      </div>
    </unsent-events>
  );
}

/** Has every lesson kept on this phone; `first` is the one on the screen. */
export function KeptCourse({ lessons, first }: { lessons: readonly string[]; first?: string }) {
  const { offlineCourse: words } = useWords();
  const language = useLanguage();
  const wanted = first ? [first, ...lessons.filter((slug) => slug !== first)] : lessons;
  const pages = wanted.map((slug) => `/belajar-luring/${slug}`);
  const paths = first ? [pages[0] ?? '', '/belajar-luring', ...pages.slice(1)] : ['/belajar-luring', ...pages];
  return (
    <kept-course hidden class="soft" data-paths={paths.map((path) => pathTo(path, language)).join(' ')}>
      {words.kept}
    </kept-course>
  );
}
