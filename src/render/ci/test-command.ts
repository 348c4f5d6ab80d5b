import type { App } from '../../model.ts'

/**
 * The command that runs the app's tests once and ends; null where there are none.
 * npm's own default script ("no test specified") is no test.
 */
export function testCommand(app: App): string | null {
  if (app.test === null || /no test specified/.test(app.test)) return null
  if (app.framework === 'angular') return angular(app.test, app.frameworkMajor)
  return app.test
}

/** `ng test` watches by default, and Karma (before Angular 21) opens a window: https://angular.dev/cli/test (2026-11). */
function angular(command: string, major: number | null): string {
  const headless = major !== null && major < 21 ? ' --browsers=ChromeHeadless' : ''
  if (/^(npm test|npm run test|yarn test|pnpm test|pnpm run test)$/.test(command)) {
    return `${command}${command.startsWith('npm') ? ' --' : ''} --watch=false${headless}`
  }
  return command
}
