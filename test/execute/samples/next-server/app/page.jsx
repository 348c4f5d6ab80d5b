export const dynamic = 'force-dynamic'

export default function Page() {
  return <h1>Slipway sample at {new Date().toISOString()}</h1>
}
