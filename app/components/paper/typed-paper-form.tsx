import { DocumentForm, type DocumentFormProps } from '~/components/merchant/document-form';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import type { OwnPaperViewProps } from './own-paper-view';

type TypedPaperFormProps = Pick<OwnPaperViewProps, 'kind' | 'paper' | 'number' | 'asks' | 'failed'>;

/** A paper as somebody who only types for its owner sees it: what is declared, without its photos. */
export function TypedPaperForm({ paper, failed, ...rest }: TypedPaperFormProps) {
  const form: DocumentFormProps = { ...rest, declared: paper, room: 0, ...(failed && { failed }) };
  return (
    <div className="stack">
      <RefusalNotice refusal={failed?.refusal} />
      <DocumentForm {...form} />
    </div>
  );
}
