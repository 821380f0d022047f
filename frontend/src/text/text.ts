// Every word of the page, by key. English is built in and stands in for what another language lacks.
import en from './en.json';

export type Key = keyof typeof en;
export type Language = 'en' | 'fr';

const remembered = 'aln.language';
const languages: Record<Language, () => Promise<Record<Key, string>>> = {
  en: async () => en,
  fr: async () => (await import('./fr.json')).default,
};

let language: Language = 'en';
let words: Record<Key, string> = en;

/** Chooses what the visitor chose before, else what the browser asks for, and fetches its words. */
export async function speak(): Promise<void> {
  const wanted = [localStorage.getItem(remembered), ...navigator.languages.map((tag) => tag.split('-')[0])];
  language = wanted.find((tag): tag is Language => tag != null && tag in languages) ?? 'en';
  words = await languages[language]();
  document.documentElement.lang = language;
}

/** Remembers another language; the page must be loaded anew to speak it. */
export function choose(other: Language): void {
  localStorage.setItem(remembered, other);
}

export function currentLanguage(): Language {
  return language;
}

/** The words for a key, with {names} filled in. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  return filled(words[key] ?? en[key], values);
}

export function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => (name in values ? String(values[name]) : hole));
}
