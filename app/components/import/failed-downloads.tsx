import { ButtonLink } from '~/components/ui/button';
import { useWords } from '~/i18n';

/** The rows that stay out, as files. */
export function FailedDownloads({ here }: { here: string }) {
  const { check } = useWords().imports;
  return (
    <p className="ways">
      <ButtonLink href={`${here}/salah/xlsx`} icon="download" download>
        {check.downloadXlsx}
      </ButtonLink>
      <ButtonLink href={`${here}/salah/csv`} icon="download" download>
        {check.downloadCsv}
      </ButtonLink>
    </p>
  );
}
