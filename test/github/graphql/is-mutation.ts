import { parse } from 'graphql'

/** Whether the body of a GraphQL request holds a mutation. What cannot be read holds none. */
export function isMutation(body: Buffer): boolean {
  try {
    const request: unknown = JSON.parse(body.toString('utf8'))
    if (typeof request !== 'object' || request === null || !('query' in request)) return false
    const { definitions } = parse(String(request.query))
    return definitions.some((one) => one.kind === 'OperationDefinition' && one.operation === 'mutation')
  } catch {
    return false
  }
}
