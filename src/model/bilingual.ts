/** A sentence for people, in Vietnamese (the users' language) and English. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

export type Language = keyof Bilingual;
