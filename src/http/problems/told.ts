/** What is said about a problem, in each language; `hint` says what would be right, where the title and the facts do not. */
export type Told = Readonly<{ status: number; en: string; nl: string; hint?: Readonly<{ en: string; nl: string }> }>;

/** The languages in which a problem is told; English unless the reader prefers Dutch. */
export type Language = 'en' | 'nl';

/** Which language an `Accept-Language` header prefers of the two; English when it says nothing of either. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '').split(',').map((wish) => {
    const [range = '', quality = ''] = wish
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/);
    return { language: range.split('-')[0], weight: quality === '' ? 1 : Number(quality) || 0 };
  });
  const weightOf = (language: Language) => wishes.find((wish) => wish.language === language)?.weight ?? 0;

  return weightOf('nl') > weightOf('en') ? 'nl' : 'en';
}

/** A problem that needs no hint, because its title and the facts say what would be right. */
export const told = (status: number, en: string, nl: string): Told => ({ status, en, nl });
