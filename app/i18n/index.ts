import { createContext, useContext } from 'react';
import type { Language } from '~/shared/language';
import { en } from './en';
import { id } from './id';

export type Words = typeof id;

/** The language of the page being rendered; the root provides it from the address. */
const LanguageContext = createContext<Language>('id');

export const LanguageProvider = LanguageContext.Provider;

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** Words outside a component: meta, actions, messages. */
export function wordsFor(language: Language): Words {
  return language === 'en' ? en : id;
}

/** Words inside a component: `const words = useWords(); words.common.save`. */
export function useWords(): Words {
  return wordsFor(useLanguage());
}
