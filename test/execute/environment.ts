import { spawnSync } from 'node:child_process'

/** What a process of an image gets to see of this machine: how to reach the package registries, and nothing else. */
const inherited = /^(?:https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR|TMPDIR)$/i

const registry = spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).stdout.trim().replace(/\/$/, '')
const settings = spawnSync('npm', ['config', 'get', 'userconfig'], { encoding: 'utf8' }).stdout.trim()
const downloads = spawnSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).stdout.trim()

/** Where each package manager finds the registry that npm is set up for on this machine. */
const registries = {
  NPM_CONFIG_REGISTRY: `${registry}/`,
  NPM_CONFIG_USERCONFIG: settings,
  NPM_CONFIG_CACHE: downloads,
  YARN_REGISTRY: registry,
  YARN_NPM_REGISTRY_SERVER: registry,
  COREPACK_NPM_REGISTRY: registry,
  // A mirror may pass no signatures on; the lockfile and the pinned version stay what they are.
  COREPACK_INTEGRITY_KEYS: '0',
  BUN_CONFIG_REGISTRY: registry,
}

/** Builds that report home would wait for an answer that never comes where only registries are reached. */
const quiet = {
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  COREPACK_ENABLE_DOWNLOAD_PROMPT: '0',
  YARN_ENABLE_TELEMETRY: '0',
  npm_config_update_notifier: 'false',
}

export type Variables = Readonly<Record<string, string>>

/** A clean environment: `path` (folders, first counts) and then the system's own tools, a home of its own, the registries, `more`. */
export function cleanEnvironment(path: readonly string[], home: string, more: Variables = {}): Variables {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    inherited.test(name) && value !== undefined ? [[name, value] as const] : [],
  )
  const PATH = [...path, '/usr/bin', '/bin'].join(':')
  return { ...Object.fromEntries(own), LANG: 'C.UTF-8', ...registries, ...quiet, HOME: home, PATH, ...more }
}
