import { Shell } from '~/components/layout/shell';
import { SignedInLinks } from '~/components/layout/signed-in-links';
import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { PageHeading } from '~/components/ui/page-heading';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { TextField } from '~/components/ui/text-field';
import { joinHelpForm } from '~/domain/identity/help-form';
import { joinHelp } from '~/domain/identity/join-help.server';
import { readMerchants } from '~/domain/merchants/read-merchant.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { parseId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).people.helping.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, visitor } = await requireRight(args, 'signed_in');
  const ids = visitor.memberships.flatMap(({ role, scopeId }) =>
    role === 'helper' ? (parseId('mrc', scopeId) ?? []) : [],
  );
  const going = (await readMerchants(app.db, ids)).map(({ id, stallName }) => ({ id, stallName }));
  return { going, isOver: new URL(args.request.url).searchParams.get('kabar') === 'selesai' };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language } = await requireRight(args, 'signed_in');
  const form = await parseForm(args.request, joinHelpForm);
  if (!form.ok) return formResponse(form);
  const joined = await joinHelp(app, { ...form.value, helperId: person.id });
  if (!joined.ok) return refusalResponse(joined.refusal, language, { typed: { phone: form.typed.phone ?? '' } });
  return redirectTo(`/bantu/${joined.value.merchantId}`, language);
}

export default function Helping() {
  const { helping } = useWords().people;
  const { identity } = useWords();
  const language = useLanguage();
  const { going, isOver } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Shell headerNav={<SignedInLinks />} width="narrow">
      <PageHeading title={helping.title} lead={helping.lead} />
      <div className="stack">
        {isOver && !failed ? <Notice tone="good">{helping.ended}</Notice> : null}
        {going.length > 0 ? (
          <Card title={helping.going}>
            {going.map(({ id, stallName }) => (
              <ButtonLink key={id} variant="primary" wide href={pathTo(`/bantu/${id}`, language)}>
                {helping.goOn(stallName)}
              </ButtonLink>
            ))}
          </Card>
        ) : null}
        <RefusalNotice refusal={failed?.refusal} tone="attention" />
        <Form errors={failed?.errors} typed={failed?.typed}>
          <TextField
            name="phone"
            label={helping.phone}
            hint={identity.signIn.phoneHint}
            type="tel"
            inputMode="tel"
            autoComplete="off"
          />
          <TextField
            name="code"
            label={helping.code}
            hint={helping.codeHint}
            code
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
          />
          <Button variant={going.length > 0 ? 'secondary' : 'primary'} wide>
            {helping.start}
          </Button>
        </Form>
      </div>
    </Shell>
  );
}
