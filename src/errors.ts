/** An expected "no" that ends the work; its message is shown to the person as it is. Anything else thrown is a bug. */
export class UserError extends Error {
  override readonly name = 'UserError'
}
