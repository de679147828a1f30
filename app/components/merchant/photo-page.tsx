import { MerchantPage } from '~/components/layout/merchant-page';
import { Button } from '~/components/ui/button';
import { FileField } from '~/components/ui/file-field';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { pathTo } from '~/shared/paths';

export interface PhotoPageProps {
  merchant: { id: string; name: string };
  title: string;
  hint: string;
  back: { path: string; label: string };
  failed?: { refusal: { text: string } | null; errors: FieldErrors };
}

/** Where an upload that did not work is told and tried again; a file cannot be kept in a form. */
export function PhotoPage({ merchant, title, hint, back, failed }: PhotoPageProps) {
  const { menus } = useWords();
  const language = useLanguage();
  return (
    <MerchantPage
      title={title}
      merchant={merchant}
      width="narrow"
      back={{ href: pathTo(back.path, language), label: back.label }}
    >
      {failed?.refusal ? (
        <Notice tone="problem" className="mb-4" alert>
          {failed.refusal.text}
        </Notice>
      ) : null}
      <Form multipart errors={failed?.errors} summary={false}>
        <FileField name="photo" label={menus.photo} hint={hint} accept="image/jpeg,image/png,image/webp" />
        <Button variant="primary" icon="photo" wide>
          {menus.photoUpload}
        </Button>
      </Form>
    </MerchantPage>
  );
}
