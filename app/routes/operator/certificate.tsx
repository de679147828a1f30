import { OperatorPage } from '~/components/layout/operator-page';
import { RevokeCertificate, type RevokeCertificateProps } from '~/components/operator/revoke-certificate';
import { certificateState } from '~/domain/training/certificate';
import { revokeForm } from '~/domain/training/certificate-form';
import { readCertificateById } from '~/domain/training/read-certificate.server';
import { revokeCertificate } from '~/domain/training/revoke-certificate.server';
import { useLanguage, useWords } from '~/i18n';
import { parseId } from '~/shared/ids';
import { pathTo } from '~/shared/paths';
import { answerNotFound } from '~/web/answer.server';
import { keepingTyped, showKeptForm } from '~/web/kept-form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';
import { type PageArgs, requireRight } from '~/web/rights.server';
import { saveForm } from '~/web/save-form.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.certificate.stall ?? ''} · Pestarasa` },
];

async function ask(args: PageArgs) {
  const asked = await requireRight(args, 'operator').catch(keepingTyped(args));
  const id = parseId('crt', args.params.certificateId);
  const certificate = id && (await readCertificateById(asked.app.db, id));
  if (!certificate) throw answerNotFound();
  return { ...asked, certificate };
}

export async function loader(args: LoaderFunctionArgs) {
  const { certificate, person, now } = await ask(args);
  return {
    certificate,
    state: certificateState(certificate, now),
    origin: new URL(args.request.url).origin,
    kept: showKeptForm(args, person.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await ask(args);
  const { id: certificateId } = asked.certificate;
  return saveForm(args, asked, {
    schema: revokeForm,
    save: (tx, form) => revokeCertificate(tx, { ...form, certificateId, by: asked.person.id, now: asked.now }),
    to: `/operator/sertifikat/${certificateId}`,
  });
}

export default function OperatorCertificate() {
  const words = useWords().certificates.operator;
  const { kept, ...data } = useLoaderData<typeof loader>();
  const failed: RevokeCertificateProps['failed'] = useShownForm<typeof action>(kept);
  return (
    <OperatorPage
      title={data.certificate.stall}
      back={{ href: pathTo('/operator/sertifikat', useLanguage()), label: words.back }}
      current="home"
    >
      <RevokeCertificate {...data} failed={failed} />
    </OperatorPage>
  );
}
