import type { LearntForm } from './fuzz-requests';
import type { Player } from './rights-players';

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

const plain = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

function fieldsOf(form: string): [string, string][] {
  const fields: [string, string][] = [];
  for (const [tag = ''] of form.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (name) fields.push([plain(name), plain(attribute(tag, 'value') ?? 'Rasa 12')]);
  }
  return fields;
}

/** The forms that a page shows to a player, with what they would send untouched. `address` is the page's own. */
export function learnForms(page: string, address: string, player: Player): LearntForm[] {
  return [...page.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)]
    .filter(([, tag = '']) => attribute(tag, 'method') === 'post')
    .map(([, tag = '', inside = '']) => ({
      player,
      path: plain(attribute(tag, 'action') ?? address),
      fields: fieldsOf(inside),
      isMultipart: attribute(tag, 'enctype') === 'multipart/form-data',
    }));
}
