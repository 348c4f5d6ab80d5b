import { defineConfig } from 'rolldown'

// Hundreds of small modules take longer to load than to run; the command line and the core come as two files instead.
export default defineConfig({
  input: { cli: 'src/cli.ts', core: 'src/propose.ts' },
  platform: 'node',
  // jsonc-parser's main file is UMD, which no bundler can follow; its module file can be.
  resolve: { mainFields: ['module', 'main'] },
  output: { dir: 'dist/bundle', chunkFileNames: '[name].js', minify: true },
})
