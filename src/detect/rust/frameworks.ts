/** A crate that makes a program a server, a bot, or pages. */
export interface RustFramework {
  readonly id: string
  readonly crates: readonly string[]
  readonly kind: 'server' | 'worker' | 'static'
  readonly port: number | null
}

/** In order of precedence. */
export const rustFrameworks: readonly RustFramework[] = [
  { id: 'leptos', crates: ['leptos_axum', 'leptos_actix'], kind: 'server', port: 3000 },
  { id: 'loco', crates: ['loco-rs'], kind: 'server', port: 5150 },
  { id: 'axum', crates: ['axum'], kind: 'server', port: null },
  { id: 'actix-web', crates: ['actix-web'], kind: 'server', port: null },
  { id: 'rocket', crates: ['rocket'], kind: 'server', port: 8000 },
  { id: 'warp', crates: ['warp'], kind: 'server', port: null },
  { id: 'poem', crates: ['poem', 'poem-openapi'], kind: 'server', port: null },
  { id: 'salvo', crates: ['salvo'], kind: 'server', port: null },
  { id: 'tide', crates: ['tide'], kind: 'server', port: null },
  { id: 'ntex', crates: ['ntex'], kind: 'server', port: null },
  { id: 'gotham', crates: ['gotham'], kind: 'server', port: null },
  { id: 'tonic', crates: ['tonic'], kind: 'server', port: null },
  { id: 'tiny_http', crates: ['tiny_http'], kind: 'server', port: null },
  { id: 'yew', crates: ['yew', 'sycamore', 'leptos'], kind: 'static', port: null },
  { id: 'hyper', crates: ['hyper'], kind: 'server', port: null },
  { id: 'serenity', crates: ['serenity', 'poise', 'twilight-gateway'], kind: 'worker', port: null },
  { id: 'teloxide', crates: ['teloxide'], kind: 'worker', port: null },
]
