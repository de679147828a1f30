import type { ReactNode } from 'react';
import { MerchantPage, type MerchantPageProps } from '~/components/layout/merchant-page';
import { Button } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { pathTo } from '~/shared/paths';

export interface ShopFormPageProps extends Omit<MerchantPageProps, 'back' | 'width'> {
  /** Indonesian address one came from, and its name. */
  back: { path: string; label: string };
  /** It was just saved, says the address. */
  isSaved: boolean;
  failed?: { refusal: { text: string } | null; errors: FieldErrors; typed: Record<string, string> };
  /** Above the form. */
  intro?: ReactNode;
  /** Instead of the form, while there is nothing to choose from. */
  empty?: ReactNode;
}

/** One part of a business to fill in: its fields, one button, what came of it, and the way back. */
export function ShopFormPage({ back, isSaved, failed, intro, empty, children, ...page }: ShopFormPageProps) {
  const { common, merchants } = useWords();
  return (
    <MerchantPage {...page} width="narrow" back={{ href: pathTo(back.path, useLanguage()), label: back.label }}>
      {isSaved && !failed ? <Notice tone="good">{merchants.home.kept}</Notice> : null}
      <RefusalNotice refusal={failed?.refusal} />
      {intro ? <div className="mb-5">{intro}</div> : null}
      {empty ?? (
        <Form errors={failed?.errors} typed={failed?.typed}>
          {children}
          <Button variant="primary" wide>
            {common.save}
          </Button>
        </Form>
      )}
    </MerchantPage>
  );
}
