import type { ReactNode } from 'react';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { Button } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { pathTo } from '~/shared/paths';
import { Refused } from './refused';

export interface EditPageProps {
  title: string;
  lead?: string;
  organisation: { id: string; name: string };
  festival: { id: string; name: string; state?: string };
  /** What came of sending it. */
  failed?: { refusal: { text: string } | null; errors: FieldErrors; typed: Record<string, string> };
  /** Why it would not be saved any more: then `shown` stands there to read, without fields and button. */
  frozen?: { text: string } | null;
  shown?: ReactNode;
  /** Where one came from; the festival unless told. */
  back?: { href: string; label: string };
  /** On the button; "Simpan perubahan" unless told. */
  submit?: string;
  /** wide where the fields stand in cards side by side; narrow unless told. */
  width?: 'narrow' | 'wide';
  children: ReactNode;
}

/** One part of a festival to change: its fields, one button, and the way back to the festival. */
export function EditPage({
  title,
  lead,
  organisation,
  festival,
  failed,
  frozen,
  shown,
  back,
  submit,
  width = 'narrow',
  children,
}: EditPageProps) {
  const { common } = useWords();
  const href = pathTo(`/penyelenggara/${organisation.id}/festival/${festival.id}`, useLanguage());
  return (
    <OrganiserPage
      title={title}
      lead={frozen ? undefined : lead}
      organisation={organisation}
      festival={festival}
      back={back ?? { href, label: common.backTo(festival.name) }}
      width={width}
    >
      {frozen ? (
        <div className="stack">
          <Notice alert={failed !== undefined}>{frozen.text}</Notice>
          {shown}
        </div>
      ) : (
        <>
          <Refused refusal={failed?.refusal} />
          <Form errors={failed?.errors} typed={failed?.typed}>
            {children}
            <Button variant="primary" wide>
              {submit ?? common.save}
            </Button>
          </Form>
        </>
      )}
    </OrganiserPage>
  );
}
