export default function Page() {
  return <h1>Slipway sample</h1>
}
