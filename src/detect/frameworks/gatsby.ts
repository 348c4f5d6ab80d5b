import type { Framework } from './framework.ts'

/** Gatsby: publishes `public`; `static` is one of its inputs (case D9). */
export const gatsby: Framework = {
  id: 'gatsby',
  packages: ['gatsby'],
  configs: ['gatsby-config', 'gatsby-node'],
  builds: ['gatsby build'],
  describe: (_, use) => (use.strength < 2 ? null : { kind: 'static', output: 'public', build: 'gatsby build' }),
}
