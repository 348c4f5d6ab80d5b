/** Makes a channel of smee.io, which passes what GitHub sends on to this machine; gives its address. Throws where there is no answer. */
export async function newChannel(): Promise<string> {
  const answer = await fetch('https://smee.io/new', { redirect: 'manual', signal: AbortSignal.timeout(10_000) })
  const location = answer.headers.get('location')
  if (location === null) throw new Error(`HTTP ${answer.status}`)
  return new URL(location, 'https://smee.io').href
}
