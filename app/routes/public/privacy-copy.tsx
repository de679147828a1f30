import { PublicPage } from '~/components/layout/public-page';
import { ExportLists } from '~/components/privacy/export-lists';
import { ButtonLink } from '~/components/ui/button';
import { readExport } from '~/domain/privacy/read-export.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { parseId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).privacy.copy.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, now } = await requireRight(args, 'signed_in');
  const requestId = parseId('prq', args.params.requestId);
  const found = requestId && (await readExport(app, { requestId, personId: person.id, now }));
  if (!found) throw answerNotFound();
  const { madeAt, lists } = found.copy;
  return { requestId, madeAt, lists };
}

export default function PrivacyCopy() {
  const { privacy } = useWords();
  const language = useLanguage();
  const { requestId, madeAt, lists } = useLoaderData<typeof loader>();
  return (
    <PublicPage
      title={privacy.copy.title}
      lead={privacy.copy.lead(formatDateTime(madeAt, HOUSE_ZONE, language))}
      back={{ href: pathTo('/privasi', language), label: privacy.title }}
      signedIn
    >
      <div className="stack">
        <ButtonLink
          variant="primary"
          icon="download"
          href={pathTo(`/privasi/salinan/${requestId}/json`, language)}
          download
        >
          {privacy.copy.json}
        </ButtonLink>
        <ExportLists lists={lists} />
      </div>
    </PublicPage>
  );
}
