import { useLanguage, useWords } from '~/i18n';
import { type FieldErrors, fieldErrorText } from '~/i18n/field-errors';
import { Notice } from './notice';

/** Every error of a form in one list, each a link to its field (`#f-name`). `Form` renders it by itself. */
export function FormErrors({ errors }: { errors: FieldErrors }) {
  const words = useWords();
  const language = useLanguage();
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <Notice tone="problem" title={words.common.fixFirst(entries.length)} className="form-errors" alert>
      <ul>
        {entries.map(([name, error]) => (
          <li key={name}>
            <a href={`#f-${name}`}>{fieldErrorText(error, language)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
