import type { Context } from './model.ts'
import { en, type Texts } from './text/en.ts'
import { ja } from './text/ja.ts'

export type { Texts } from './text/en.ts'

/** A language that people are answered in. */
export type Lang = 'en' | 'ja'

/** A text that is told once the language is known. */
export type Say = (texts: Texts) => string

const catalogues: Readonly<Record<Lang, Texts>> = { en, ja }

/** Every text that a person reads, in one language. */
export function textsIn(lang: Lang): Texts {
  return catalogues[lang]
}

/** The texts in the language of an answer: the one that was asked for, else the configured one, else English. */
export function textsOf({ request, config }: Context): Texts {
  return textsIn(request.lang ?? config.lang ?? 'en')
}

/**
 * The language that a person writes: Japanese where one of the texts holds kana, else null, since English is also written by
 * those who would rather read something else. Chinese has no kana, so it is never taken for Japanese.
 */
export function languageOf(...texts: readonly (string | null | undefined)[]): Lang | null {
  return texts.some((text) => text && /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) ? 'ja' : null
}
