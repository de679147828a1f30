import { Button } from '~/components/ui/button';
import { ChoiceField } from '~/components/ui/choice-field';
import { Form } from '~/components/ui/form';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { TextField } from '~/components/ui/text-field';
import { ROLES, type Role } from '~/domain/identity/identity';
import { useWords } from '~/i18n';
import type { FailedForm } from './organisation-form';

export interface InviteFormProps {
  /** The roles there are, the usual one first. */
  roles?: readonly Role[];
  failed?: (FailedForm & { refusal: { text: string } | null }) | undefined;
}

/** Invites a phone number to a role: into an organisation unless told. */
export function InviteForm({ roles = ROLES.organisation, failed }: InviteFormProps) {
  const { operator, identity } = useWords();
  const words = operator.organisation;
  return (
    <>
      <RefusalNotice refusal={failed?.refusal} tone="attention" />
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
          value={roles[0]}
          choices={roles.map((role) => ({ value: role, label: identity.roles[role] }))}
        />
        <Button variant="primary">{words.send}</Button>
      </Form>
    </>
  );
}
