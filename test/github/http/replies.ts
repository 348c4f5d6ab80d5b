type Headers = Record<string, string>

/** 200 */
export function ok<B>(
  body: B,
  headers: Headers = {},
): { readonly status: 200; readonly body: B; readonly headers: Headers } {
  return { status: 200, body, headers }
}

/** 201 */
export function created<B>(
  body: B,
  headers: Headers = {},
): { readonly status: 201; readonly body: B; readonly headers: Headers } {
  return { status: 201, body, headers }
}

/** 202 */
export function accepted<B>(body: B): { readonly status: 202; readonly body: B } {
  return { status: 202, body }
}

/** 204 */
export const noContent = { status: 204, body: undefined } as const
