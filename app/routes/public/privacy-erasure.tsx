import { PublicPage } from '~/components/layout/public-page';
import { ErasureTerms } from '~/components/privacy/erasure-terms';
import { HindranceList } from '~/components/privacy/hindrance-list';
import { Button } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { readMerchants } from '~/domain/merchants/read-merchant.server';
import { askErasure } from '~/domain/privacy/ask-erasure.server';
import { readHindrances, readSubject } from '~/domain/privacy/read-hindrances.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { redirectTo, refusalResponse } from '~/web/answer.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).privacy.erasure.title} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person } = await requireRight(args, 'signed_in');
  const subject = await readSubject(app.db, person.id);
  const [hindrances, businesses] = await Promise.all([
    readHindrances(app.db, subject),
    readMerchants(app.db, subject.merchantIds),
  ]);
  return { hindrances, businesses: businesses.map(({ stallName }) => stallName) };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  const asked = await app.inTransaction((tx) => askErasure(tx, { personId: person.id, now }));
  return asked.ok ? redirectTo('/privasi#permintaan', language) : refusalResponse(asked.refusal, language);
}

export default function PrivacyErasure() {
  const { privacy } = useWords();
  const words = privacy.erasure;
  const language = useLanguage();
  const { hindrances, businesses } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const back = { href: pathTo('/privasi', language), label: words.back };
  return (
    <PublicPage title={words.title} lead={words.lead} width="narrow" back={back} signedIn>
      <div className="stack">
        <RefusalNotice refusal={failed?.refusal} tone="attention" />
        <ErasureTerms businesses={businesses} />
        {hindrances.length > 0 ? (
          <Notice tone="attention" title={words.first}>
            <HindranceList hindrances={hindrances} />
          </Notice>
        ) : (
          <form method="post" className="stack-tight">
            <p>{words.ready}</p>
            <Button variant="danger" wide>
              {words.ask}
            </Button>
          </form>
        )}
      </div>
    </PublicPage>
  );
}
