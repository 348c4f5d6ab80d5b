/** A toolchain that a detector speaks for. `site`: a site generator with a binary of its own, or plain HTML. */
export type Stack = 'node' | 'python' | 'go' | 'java' | 'ruby' | 'php' | 'dotnet' | 'rust' | 'elixir' | 'deno' | 'site'
