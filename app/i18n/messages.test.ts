import { describe, expect, it } from 'vitest';
import { messages } from './messages';

const all = Object.entries(messages).flatMap(([name, words]) =>
  (['id', 'en'] as const).map((language) => ({
    title: `${name} (${language})`,
    words: words[language],
    sample: words.sample,
  })),
);

// What Meta refuses (error 2388299) and what fits a phone's screen: words.md §3.
describe.each(all)('the message $title', ({ words, sample }) => {
  const said = words.text(sample);

  it('is complete and has at most 300 characters', () => {
    expect(said.text).not.toMatch(/undefined|NaN|Invalid|\{|\}/);
    expect(said.text.length).toBeLessThanOrEqual(300);
    expect(words.subject.trim()).not.toBe('');
  });

  it('begins and ends with fixed words, and no two variables touch', () => {
    expect(said.fixed.length).toBe(said.parameters.length + 1);
    for (const part of said.fixed) expect(part.trim()).not.toBe('');
    expect(said.parameters.every((text) => text.trim() !== '')).toBe(true);
  });

  it('has a button of at most 25 characters', () => {
    expect((words.button ?? '').length).toBeLessThanOrEqual(25);
  });
});
