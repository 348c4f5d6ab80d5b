import type { Framework } from './framework.ts'

/** Gatsby: publishes `public`; `static` is one of its inputs (case D9). */
export const gatsby: Framework = {
  id: 'gatsby',
  packages: ['gatsby'],
  configs: ['gatsby-config', 'gatsby-node'],
  builds: ['gatsby build'],
  describe: () => ({ kind: 'static', output: 'public', build: 'gatsby build' }),
}
