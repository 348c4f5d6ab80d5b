export default function Home() {
  return <h1>Slipway sample</h1>
}
