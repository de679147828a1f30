import { TypedMark } from '~/components/people/typed-mark';
import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { ChoiceField } from '~/components/ui/choice-field';
import { FileField } from '~/components/ui/file-field';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { Picture } from '~/components/ui/picture';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { SelectField } from '~/components/ui/select-field';
import { TextArea } from '~/components/ui/text-area';
import { TextField } from '~/components/ui/text-field';
import { KBLI_EDITIONS, KBLI_TITLES } from '~/domain/merchants/kbli';
import {
  ADDRESS_MAX,
  DISTRICT_MAX,
  MERCHANT_CATEGORIES,
  OWNER_NAME_MAX,
  QRIS_CRITERIA,
  STALL_NAME_MAX,
  STORY_MAX,
} from '~/domain/merchants/merchants';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { formatPhone, formatRupiah } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { CityField } from './city-field';

/** The parts of a merchant that the form shows. */
export interface ProfileOfMerchant {
  id: string;
  stallName: string;
  ownerName: string | null;
  phone: string | null;
  regionCode: string;
  district: string | null;
  address: string | null;
  category: string | null;
  story: string | null;
  photoFileId: string | null;
  kbli: { edition: string; code: string } | null;
  womanOwned: string | null;
  capital: number | null;
  yearlySales: number | null;
  qrisCriterion: string | null;
}

export interface ProfileFormProps {
  merchant: ProfileOfMerchant;
  size: { sizeClass: string; source: string } | null;
  failed?: { refusal: { text: string } | null; errors: FieldErrors; typed: Record<string, string> };
  isSaved: boolean;
  /** Until when somebody only helps here, and what she typed that waits for the owner. */
  help: { until: number | null; marked: readonly string[] };
}

/** The business profile: first what people see, then what organisers and offices ask. */
export function ProfileForm({ merchant, size, failed, isSaved, help }: ProfileFormProps) {
  const { merchants, people } = useWords();
  const words = merchants.profile;
  const marked = help.marked.filter((field) => people.fields[field]);
  const marks = Object.fromEntries(marked.map((field) => [field === 'regionCode' ? 'city' : field, people.help.mark]));
  return (
    <div className="stack">
      {isSaved ? <Notice tone="good">{words.saved}</Notice> : null}
      <RefusalNotice refusal={failed?.refusal} />
      <TypedMark merchantId={merchant.id} fields={marked} forHelper={help.until !== null} />
      <div className={help.until === null ? 'panes panes-narrow-first' : undefined}>
        {help.until === null ? <PhotoCard merchant={merchant} /> : null}
        <Form errors={failed?.errors} typed={failed?.typed} marks={marks}>
          <SeenFields merchant={merchant} />
          <BusinessFields merchant={merchant} size={size} />
          <Button variant="primary" wide>
            {words.save}
          </Button>
        </Form>
      </div>
    </div>
  );
}

function PhotoCard({ merchant }: { merchant: ProfileOfMerchant }) {
  const words = useWords().merchants.profile;
  const language = useLanguage();
  const { id, photoFileId, stallName } = merchant;
  return (
    <Card title={words.photo}>
      <div className="photo-box">
        <Picture
          file={photoFileId ? { id: photoFileId } : null}
          seed={id}
          city={merchant.regionCode}
          alt={photoFileId ? words.photoAlt(stallName) : ''}
        />
      </div>
      <Form action={pathTo(`/usaha/${id}/profil/foto`, language)} multipart summary={false}>
        <FileField name="photo" label={words.photo} hint={words.photoHint} accept="image/jpeg,image/png,image/webp" />
        <Button icon="photo">{words.photoUpload}</Button>
      </Form>
    </Card>
  );
}

function SeenFields({ merchant }: { merchant: ProfileOfMerchant }) {
  const { merchants } = useWords();
  const words = merchants.profile;
  const labels = merchants.signUp;
  return (
    <Card title={words.seen} className="stack">
      <TextField
        name="stallName"
        label={labels.stallName}
        value={merchant.stallName}
        maxLength={STALL_NAME_MAX}
        autoComplete="organization"
      />
      <CityField code={merchant.regionCode} />
      <TextField
        name="district"
        label={words.district}
        hint={words.districtHint}
        value={merchant.district}
        maxLength={DISTRICT_MAX}
      />
      <SelectField
        name="category"
        label={labels.category}
        value={merchant.category}
        empty={merchant.category ? undefined : labels.categoryEmpty}
        options={MERCHANT_CATEGORIES.map((value) => ({ value, label: merchants.categories[value] ?? value }))}
      />
      <TextArea
        name="story"
        label={words.story}
        hint={words.storyHint}
        value={merchant.story}
        maxLength={STORY_MAX}
        optional
      />
    </Card>
  );
}

function BusinessFields({ merchant, size }: Pick<ProfileFormProps, 'merchant' | 'size'>) {
  const { merchants, common } = useWords();
  const words = merchants.profile;
  const sum = (amount: number | null) => (amount === null ? null : formatRupiah(amount).replace('Rp', ''));
  return (
    <Card title={words.business} className="stack">
      <TextField
        name="ownerName"
        label={merchants.signUp.ownerName}
        hint={merchants.signUp.ownerNameHint}
        value={merchant.ownerName}
        maxLength={OWNER_NAME_MAX}
        autoComplete="name"
      />
      <TextField
        name="phone"
        label={words.phone}
        hint={words.phoneHint}
        value={merchant.phone ? formatPhone(merchant.phone) : null}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
      />
      <TextField
        name="address"
        label={words.address}
        value={merchant.address}
        maxLength={ADDRESS_MAX}
        autoComplete="street-address"
        optional
      />
      <ChoiceField
        name="womanOwned"
        label={words.womanOwned}
        value={merchant.womanOwned ?? ''}
        choices={[
          { value: 'yes', label: common.yes },
          { value: 'no', label: common.no },
          { value: '', label: words.notSaid },
        ]}
        row
        optional
      />
      <SelectField
        name="kbli"
        label={words.kbli}
        hint={words.kbliHint}
        value={merchant.kbli ? `${merchant.kbli.edition}:${merchant.kbli.code}` : null}
        empty={words.kbliEmpty}
        options={KBLI_CHOICES}
        optional
      />
      <TextField
        name="yearlySales"
        label={words.sales}
        hint={words.salesHint}
        prefix="Rp"
        value={sum(merchant.yearlySales)}
        optional
      />
      <TextField
        name="capital"
        label={words.capital}
        hint={words.capitalHint}
        prefix="Rp"
        value={sum(merchant.capital)}
        optional
      />
      <p className="soft">
        {size ? words.size(merchants.sizeClasses[size.sizeClass] ?? '', size.source) : words.sizeUnknown}
      </p>
      <SelectField
        name="qrisCriterion"
        label={words.qris}
        hint={words.qrisHint}
        value={merchant.qrisCriterion}
        empty={words.qrisEmpty}
        options={QRIS_CRITERIA.map((value) => ({ value, label: value }))}
        optional
      />
    </Card>
  );
}

const KBLI_CHOICES = KBLI_EDITIONS.flatMap((edition) =>
  Object.entries(KBLI_TITLES[edition]).map(([code, title]) => ({
    value: `${edition}:${code}`,
    label: `${code} (${edition}) ${title}`,
  })),
);
