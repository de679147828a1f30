import { PublicPage } from '~/components/layout/public-page';
import { Button } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { TextField } from '~/components/ui/text-field';
import { codeForm } from '~/domain/training/certificate-form';
import { readCertificate } from '~/domain/training/read-certificate.server';
import { useWords, wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { redirectTo } from '~/web/answer.server';
import { type FormFailure, parseForm } from '~/web/form.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).certificates.find.title} · Pestarasa` },
];

/** A number typed off a sheet leads to its page; one with a wrong letter is told apart from one that is not there. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, language } = await requireRight(args, 'public');
  const query = new URL(args.request.url).searchParams;
  const asked: { failed: Pick<FormFailure, 'errors' | 'typed'> | null; isUnknown: boolean } = {
    failed: null,
    isUnknown: false,
  };
  if (!query.has('kode')) return asked;
  const form = await parseForm(query, codeForm);
  if (!form.ok) return { ...asked, failed: { errors: form.errors, typed: form.typed } };
  if (await readCertificate(app.db, form.value.kode)) throw redirectTo(`/sertifikat/${form.value.kode}`, language);
  return { failed: { errors: {}, typed: form.typed }, isUnknown: true };
}

export default function CertificateCheck() {
  const { certificates, common } = useWords();
  const words = certificates.find;
  const { failed, isUnknown } = useLoaderData<typeof loader>();
  return (
    <PublicPage title={words.title} lead={words.lead} width="narrow">
      <div className="stack">
        {isUnknown ? (
          <Notice tone="attention" alert>
            {words.unknown}
          </Notice>
        ) : null}
        <Form method="get" errors={failed?.errors} typed={failed?.typed} summary={false}>
          <TextField
            name="kode"
            label={words.code}
            hint={common.example(words.example)}
            maxLength={20}
            autoComplete="off"
          />
          <Button variant="primary" wide>
            {words.submit}
          </Button>
        </Form>
      </div>
    </PublicPage>
  );
}
