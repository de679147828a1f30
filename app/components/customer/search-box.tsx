import { Button } from '~/components/ui/button';
import { useWords } from '~/i18n';

/** One line to look for a dish; answers on /cari. */
export function SearchBox({
  action,
  festivalSlug,
  label,
  words,
}: {
  action: string;
  festivalSlug: string | null;
  label: string;
  words?: string;
}) {
  const { common, customer } = useWords();
  return (
    <form className="search-box" action={action} method="get">
      {festivalSlug ? <input type="hidden" name="festival" value={festivalSlug} /> : null}
      <label className="field-label" htmlFor="kata">
        {label}
      </label>
      <div className="search-row">
        <input
          className="input"
          id="kata"
          name="kata"
          type="search"
          maxLength={60}
          defaultValue={words}
          autoComplete="off"
          aria-describedby="kata-hint"
        />
        <Button icon="search" aria-label={common.search}>
          <span className="search-word">{common.search}</span>
        </Button>
      </div>
      <p className="field-hint" id="kata-hint">
        {common.example(customer.festival.searchHint)}
      </p>
    </form>
  );
}
