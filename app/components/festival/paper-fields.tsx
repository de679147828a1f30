import { ChoiceField } from '~/components/ui/choice-field';
import { DOCUMENT_KINDS } from '~/domain/merchants/merchants';
import { useWords } from '~/i18n';

/** Required, wished or not asked, for every paper there is. */
export function PaperFields({ needs }: { needs: readonly { kind: string; required: string }[] }) {
  const { documents, papers } = useWords().festivals;
  const asked = (kind: string) => {
    const need = needs.find((one) => one.kind === kind);
    return need ? (need.required === 'yes' ? 'required' : 'wished') : 'not_asked';
  };
  return (
    <>
      {DOCUMENT_KINDS.map((kind) => (
        <ChoiceField
          key={kind}
          name={kind}
          label={documents[kind] ?? kind}
          value={asked(kind)}
          row
          choices={(['required', 'wished', 'not_asked'] as const).map((value) => ({ value, label: papers[value] }))}
        />
      ))}
    </>
  );
}
