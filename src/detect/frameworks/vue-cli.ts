import type { Framework } from './framework.ts'
import { outputOf } from './read.ts'

/** Vue CLI: `dist`, or `outputDir`. */
export const vueCli: Framework = {
  id: 'vue-cli',
  packages: ['@vue/cli-service'],
  configs: ['vue.config'],
  builds: ['vue-cli-service build', 'vue-cli-service uni-build'],
  describe: (project, use) => ({
    kind: 'static',
    spa: true,
    build: 'vue-cli-service build',
    ...outputOf(project, use, { options: ['--dest'], keys: ['outputDir'], fallback: 'dist' }, project.place.texts),
  }),
}
