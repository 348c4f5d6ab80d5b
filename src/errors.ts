import { type Say, type Texts, textsIn } from './text.ts'

/**
 * An expected "no" that ends the work; what it says is shown to the person as it is, in their language. Anything else thrown is a bug.
 * `message` is the English text, for logs.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  private readonly say: Say
  constructor(said: string | Say) {
    const say = typeof said === 'string' ? () => said : said
    super(say(textsIn('en')))
    this.say = say
  }

  /** What it says, in a language. */
  in(texts: Texts): string {
    return this.say(texts)
  }
}
