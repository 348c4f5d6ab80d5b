import type { App } from '../../model.ts'

/**
 * The command that runs the app's tests once and ends; null where there are none.
 * npm's own default script ("no test specified") is no test.
 */
export function testCommand(app: App): string | null {
  if (app.test === null || /no test specified/.test(app.test)) return null
  return app.framework === 'angular' ? headless(app.test, app.frameworkMajor) : app.test
}

/** Karma, the runner before Angular 21, opens a window that a runner does not have: https://angular.dev/cli/test (2026-11). */
function headless(command: string, major: number | null): string {
  const karma = major !== null && major < 21 && command.endsWith('--watch=false')
  return karma ? `${command} --browsers=ChromeHeadless` : command
}
