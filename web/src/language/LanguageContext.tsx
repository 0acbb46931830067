import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Bilingual, Language } from '../../../src/model/bilingual.js';

interface Spoken {
  readonly language: Language;
  setLanguage(language: Language): void;
  /** The text in the language of the page. */
  say(text: Bilingual): string;
}

const LanguageContext = createContext<Spoken | null>(null);
const storageKey = 'soat-language';

/** Vietnamese unless this person chose English on this machine before. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi'));
  useEffect(() => {
    localStorage.setItem(storageKey, language);
    document.documentElement.lang = language;
  }, [language]);
  const say = useCallback((text: Bilingual) => text[language], [language]);
  const spoken = useMemo(() => ({ language, setLanguage, say }), [language, say]);
  return <LanguageContext.Provider value={spoken}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): Spoken {
  const spoken = useContext(LanguageContext);
  if (spoken === null) throw new Error('useLanguage outside of LanguageProvider');
  return spoken;
}
