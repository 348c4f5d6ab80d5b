import type { MiddlewareStack } from '@smithy/types'

/** Actions of errors, which AWS's answers do not always name. */
const actions = new WeakMap<Error, string>()

/** Where policies call a service otherwise than its client. */
const prefixes: Readonly<Record<string, string>> = { cloudwatchlogs: 'logs' }

/** Has every error of a client know the action, as policies write it (`apprunner:CreateService`). */
export function nameActions<I extends object, O extends object>(stack: MiddlewareStack<I, O>): void {
  stack.add(
    (next, { clientName, commandName }) =>
      async (args) => {
        try {
          return await next(args)
        } catch (error) {
          const service = String(clientName)
            .replace(/Client$/u, '')
            .toLowerCase()
          const action = `${prefixes[service] ?? service}:${String(commandName).replace(/Command$/u, '')}`
          if (error instanceof Error && !actions.has(error)) actions.set(error, action)
          throw error
        }
      },
    { step: 'initialize', name: 'slipwayAction' },
  )
}

/** The action that an error came of; null: it came of none. */
export function actionOf(error: Error): string | null {
  return actions.get(error) ?? null
}
