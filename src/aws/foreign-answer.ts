import type { MiddlewareStack } from '@smithy/types'

/**
 * Refuses answers in HTML: AWS's services speak JSON and XML, so whatever says that stands in between, such as a proxy that asks for a sign-in. The SDK
 * would read a page with status 200 as an answer with nothing in it, so "there is none". Faults of servers are left to the SDK, which asks again.
 */
export function refuseForeignAnswers<I extends object, O extends object>(stack: MiddlewareStack<I, O>): void {
  stack.add(
    (next) => async (args) => {
      const result = await next(args)
      const { type, status } = headOf(result.response)
      if (type.startsWith('text/html') && status < 500) {
        throw Object.assign(new Error('the answer is a page in HTML'), { name: 'ForeignAnswer' })
      }
      return result
    },
    { step: 'deserialize', priority: 'low', name: 'slipwayForeignAnswer' },
  )
}

function headOf(response: unknown): { readonly type: string; readonly status: number } {
  if (typeof response !== 'object' || response === null) return { type: '', status: 0 }
  const headers: unknown = 'headers' in response ? response.headers : null
  const status = 'statusCode' in response && typeof response.statusCode === 'number' ? response.statusCode : 0
  const isObject = typeof headers === 'object' && headers !== null
  return { type: isObject && 'content-type' in headers ? String(headers['content-type']) : '', status }
}
