/**
 * Text made comparable: lower case, accents and emoji gone, everything that is
 * neither letter nor digit one blank. `Mbok Wah’s, ☕` and `mbok wah s` are the same.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The folded words of a text, each once, in order of appearance. */
export function foldedWords(text: string): string[] {
  return [...new Set(foldText(text).split(' ').filter(Boolean))];
}

/** A text for an address: `Pempek Cek Siti!` becomes `pempek-cek-siti`; at most `lengthMax` letters, never empty. */
export function slugOf(text: string, lengthMax = 60): string {
  const slug = foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, lengthMax)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'usaha' : slug;
}
