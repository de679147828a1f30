import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** The pages themselves, for somebody who compares them; each picture that loads is written down. */
export function PaperSheets({
  kind,
  base,
  pages,
}: {
  kind: string;
  /** Address of the paper, without language; a page stands below it. */
  base: string;
  pages: readonly { fileId: string }[];
}) {
  const { merchants, papers: words } = useWords();
  const language = useLanguage();
  if (pages.length === 0) return <p>{words.noPages}</p>;
  return (
    <div>
      {pages.map(({ fileId }, index) => (
        <figure key={fileId} className="paper-sheet">
          <img
            src={pathTo(`${base}/${fileId}`, language)}
            alt={words.pageAlt(merchants.documentKinds[kind] ?? kind, index + 1)}
          />
        </figure>
      ))}
      <p className="soft">{words.logged}</p>
    </div>
  );
}
