import type { App } from '../../model.ts'

/** A plain name from any text: `[a-z][a-z0-9-]{0,31}`, or null when nothing usable is left. */
export function plainName(text: string): string | null {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 32)
    .replace(/-+$/, '')
  return plain === '' ? null : plain
}

/**
 * Gives every app its name: of its folder, or of the repository for the root; the whole path where two would be the same.
 * A process beside the web process of the same folder (its name until now is that of the process) has it at the end.
 */
export function nameApps(apps: readonly App[], repositoryName: string): readonly App[] {
  const own = (app: App) => plainName(app.root === '.' ? repositoryName : (app.root.split('/').at(-1) ?? '')) ?? 'app'
  const taken = new Set<string>()
  return apps.map((app) => {
    const twins = apps.filter((other) => other.root !== app.root && own(other) === own(app)).length > 0
    const base = twins && app.root !== '.' ? (plainName(app.root) ?? 'app') : own(app)
    const name = free(withProcess(base, app, apps), taken)
    taken.add(name)
    return { ...app, name }
  })
}

function withProcess(base: string, app: App, apps: readonly App[]): string {
  const alone = apps.filter((other) => other.root === app.root).length === 1
  if (app.name === 'app' || alone) return base
  return plainName(`${base.slice(0, Math.max(8, 31 - app.name.length))}-${app.name}`) ?? base
}

function free(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base
  for (let n = 2; ; n++) {
    const name = `${base.slice(0, 28)}-${n}`
    if (!taken.has(name)) return name
  }
}
