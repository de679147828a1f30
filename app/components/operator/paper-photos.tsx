import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import type { PaperPhoto } from '~/domain/merchants/read-sections.server';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** The photographs behind what is declared: links, not pictures, since each look is written down. */
export function PaperPhotos({ merchantId, photos }: { merchantId: string; photos: readonly PaperPhoto[] }) {
  const { papers: words, merchants } = useWords();
  const language = useLanguage();
  if (photos.length === 0) return null;
  const kinds = [...new Set(photos.map(({ kind }) => kind))];
  return (
    <Card title={words.pages}>
      <ul className="paper-list">
        {kinds.map((kind) => {
          const base = `/operator/dokumen/${merchantId}/${kind}`;
          const pages = photos.filter((photo) => photo.kind === kind);
          const name = merchants.documentKinds[kind] ?? kind;
          return (
            <li key={kind} className="paper-row">
              <span className="paper-body">
                <a className="paper-name" href={pathTo(base, language)}>
                  {name}
                </a>
              </span>
              {pages.map(({ fileId }, index) => (
                <ButtonLink
                  key={fileId}
                  href={pathTo(`${base}/${fileId}`, language)}
                  icon="photo"
                  aria-label={words.pageAlt(name, index + 1)}
                >
                  {words.page(index + 1)}
                </ButtonLink>
              ))}
            </li>
          );
        })}
      </ul>
      <p className="soft">{words.logged}</p>
    </Card>
  );
}
