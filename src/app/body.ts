import type { IncomingMessage } from 'node:http'

/** A body, or the status to refuse it with: 413 for one that is too long, 400 for one that did not come whole. */
export type Body = { readonly text: string } | { readonly status: 413 | 400 }

/** Reads a request's body and keeps no more than `limit` bytes of it in memory. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { status: 413 }
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    // Left open where reading stops, since the answer goes over the same connection.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (!(chunk instanceof Uint8Array)) return { status: 400 }
      size += chunk.length
      if (size > limit) return { status: 413 }
      chunks.push(chunk)
    }
  } catch {
    return { status: 400 }
  }
  return { text: Buffer.concat(chunks).toString('utf8') }
}
