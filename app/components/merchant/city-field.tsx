import { ChoiceField } from '~/components/ui/choice-field';
import { useFieldState } from '~/components/ui/form';
import { TextField } from '~/components/ui/text-field';
import { useWords } from '~/i18n';
import { findRegions, REGIONS, regionName } from '~/shared/regions';

/**
 * Kabupaten or kota, typed with suggestions. Where one name means two places the choice is offered beside the field;
 * works the same without JavaScript.
 */
export function CityField({ code }: { code?: string | null }) {
  const words = useWords().merchants.signUp;
  const { error, typed } = useFieldState('city');
  const isTwo = typeof error === 'object' && error.code === 'city_two';
  return (
    <>
      <TextField
        name="city"
        label={words.city}
        hint={words.cityHint}
        value={code ? regionName(code) : null}
        list="regions"
        autoComplete="address-level2"
      />
      {isTwo ? (
        <ChoiceField
          name="cityChoice"
          label={words.cityWhich}
          choices={findRegions(typed ?? '').map((region) => ({
            value: region.code,
            label: region.name,
            note: region.province,
          }))}
          row
        />
      ) : null}
      <datalist id="regions">
        {REGIONS.map((region) => (
          <option key={region.code} value={region.name} />
        ))}
      </datalist>
    </>
  );
}
