/**
 * SHA-1 of bytes as 40 hex digits (RFC 3174, https://www.rfc-editor.org/rfc/rfc3174). Here because Git names its objects with it;
 * it protects nothing.
 */
export function sha1(bytes: Uint8Array): string {
  const state: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const padded = pad(bytes)
  const view = new DataView(padded.buffer)
  for (let offset = 0; offset < padded.length; offset += 64) mix(state, schedule(view, offset))
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

type State = [number, number, number, number, number]

function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n)
  return padded
}

function schedule(view: DataView, offset: number): Int32Array {
  const words = new Int32Array(80)
  for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(offset + index * 4)
  for (let index = 16; index < 80; index += 1) {
    const at = (back: number) => words[index - back] ?? 0
    words[index] = rotate(at(3) ^ at(8) ^ at(14) ^ at(16), 1)
  }
  return words
}

function mix(state: State, words: Int32Array): void {
  let [a, b, c, d, e] = state
  words.forEach((word, index) => {
    const next = (rotate(a, 5) + round(index, b, c, d) + e + word) | 0
    ;[e, d, c, b, a] = [d, c, rotate(b, 30), a, next]
  })
  const [a0, b0, c0, d0, e0] = state
  state.splice(0, 5, (a0 + a) | 0, (b0 + b) | 0, (c0 + c) | 0, (d0 + d) | 0, (e0 + e) | 0)
}

/** The function of a round and its constant, added. */
function round(index: number, b: number, c: number, d: number): number {
  if (index < 20) return ((b & c) | (~b & d)) + 0x5a827999
  if (index < 40) return (b ^ c ^ d) + 0x6ed9eba1
  if (index < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
  return (b ^ c ^ d) + 0xca62c1d6
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits))
}
