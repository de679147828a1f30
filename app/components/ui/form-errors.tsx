import { useLanguage, useWords } from '~/i18n';
import { type FieldErrors, fieldErrorText } from '~/i18n/field-errors';
import { Notice } from './notice';

/**
 * What is wrong in a form in one list, each sentence a link to its field (`#f-name`); one that several fields share
 * stands once and leads to the first of them. `Form` renders it by itself.
 */
export function FormErrors({ errors }: { errors: FieldErrors }) {
  const words = useWords();
  const language = useLanguage();
  const names = Object.keys(errors);
  if (names.length === 0) return null;
  const first = new Map<string, string>();
  for (const [name, error] of Object.entries(errors)) {
    const text = fieldErrorText(error, language);
    if (!first.has(text)) first.set(text, name);
  }
  return (
    <Notice tone="problem" title={words.common.fixFirst(names.length)} className="form-errors" alert>
      <ul>
        {Array.from(first, ([text, name]) => (
          <li key={name}>
            <a href={`#f-${name}`}>{text}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
