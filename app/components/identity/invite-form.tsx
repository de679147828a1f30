import { Button } from '~/components/ui/button';
import { ChoiceField } from '~/components/ui/choice-field';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { TextField } from '~/components/ui/text-field';
import { ROLES } from '~/domain/identity/identity';
import { useWords } from '~/i18n';
import type { FailedForm } from './organisation-form';

/** Invites a phone number into an organisation. */
export function InviteForm({ failed }: { failed?: (FailedForm & { refusal: { text: string } | null }) | undefined }) {
  const { operator, identity } = useWords();
  const words = operator.organisation;
  return (
    <>
      {failed?.refusal ? (
        <Notice tone="attention" alert>
          {failed.refusal.text}
        </Notice>
      ) : null}
      <Form errors={failed?.errors} typed={failed?.typed}>
        <TextField
          name="phone"
          label={words.phone}
          hint={identity.signIn.phoneHint}
          type="tel"
          inputMode="tel"
          autoComplete="off"
        />
        <ChoiceField
          name="role"
          label={words.role}
          row
          value="organiser"
          choices={ROLES.organisation.map((role) => ({ value: role, label: identity.roles[role] }))}
        />
        <Button variant="primary">{words.send}</Button>
      </Form>
    </>
  );
}
