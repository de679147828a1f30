import { SelectField } from '~/components/ui/select-field';
import type { LineUpBooth } from '~/domain/festivals/read-line-up-booths.server';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** Which booth; `all` is what stands for none in particular. */
export function BoothField({
  booths,
  label,
  all,
  value = 'all',
}: {
  booths: readonly LineUpBooth[];
  label: string;
  all: string;
  value?: string;
}) {
  const { common } = useWords();
  const options = booths.map(({ participationId, booth, stallName }) => ({
    value: participationId,
    label: `${common.booth(booth)} · ${stallName}`,
  }));
  return <SelectField name="booth" label={label} value={value} options={[{ value: 'all', label: all }, ...options]} />;
}

/** The way back to the control room. */
export function useControlBack(organisationId: string, festivalId: string): { href: string; label: string } {
  const { live } = useWords();
  const href = pathTo(`/penyelenggara/${organisationId}/festival/${festivalId}/kendali`, useLanguage());
  return { href, label: live.control.back };
}
