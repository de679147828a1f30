import { PublicPage } from '~/components/layout/public-page';
import { Button, ButtonLink } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { TextField } from '~/components/ui/text-field';
import { redeemClaim } from '~/domain/merchants/redeem-claim.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatPhone } from '~/i18n/format';
import { languageOf, pathTo } from '~/shared/paths';
import { redirectTo, refusalResponse } from '~/web/answer.server';
import { readFormData } from '~/web/form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).merchants.claim.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** A code printed as a QR opens this page with `?kode=`; opening shows, the tap redeems. */
export async function loader(args: LoaderFunctionArgs) {
  const { person } = await requireRight(args, 'public');
  const claimCode = (new URL(args.request.url).searchParams.get('kode') ?? '').slice(0, 20);
  return { isSignedIn: person !== null, phone: person?.phone ? formatPhone(person.phone) : null, claimCode };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  const typed = (await readFormData(args.request)).get('claimCode');
  const code = typeof typed === 'string' ? typed : '';
  const { secrets } = app.ports;
  const redeemed = await app.inTransaction((tx) => redeemClaim(tx, { typed: code, personId: person.id, secrets, now }));
  if (!redeemed.ok) return refusalResponse(redeemed.refusal, language, { typed: { claimCode: code } });
  return redirectTo(`/usaha/${redeemed.value.merchantId}?kabar=diambil`, language);
}

export default function Claim() {
  const words = useWords().merchants.claim;
  const language = useLanguage();
  const { isSignedIn, phone, claimCode } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const here = pathTo(`/klaim${claimCode ? `?kode=${encodeURIComponent(claimCode)}` : ''}`, language);
  return (
    <PublicPage title={words.title} lead={words.lead} width="narrow">
      <div className="stack">
        {isSignedIn ? (
          <>
            {phone ? <p className="soft">{words.asPhone(phone)}</p> : null}
            <Form typed={failed?.typed} summary={false}>
              <TextField
                name="claimCode"
                label={words.code}
                hint={words.codeHint}
                value={claimCode}
                error={failed?.refusal?.text}
                code
                autoComplete="off"
                maxLength={20}
              />
              <Button variant="primary" wide>
                {words.submit}
              </Button>
            </Form>
          </>
        ) : (
          <Notice
            ways={
              <ButtonLink variant="primary" href={pathTo(`/masuk?lanjut=${encodeURIComponent(here)}`, language)}>
                {words.signIn}
              </ButtonLink>
            }
          >
            {words.signInFirst}
          </Notice>
        )}
        <p className="mt-5">
          <a href={pathTo('/daftar', language)}>{words.noPaper}</a>
        </p>
      </div>
    </PublicPage>
  );
}
