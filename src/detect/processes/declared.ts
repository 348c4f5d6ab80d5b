import type { Proof } from '../finding.ts'
import type { Place } from '../place.ts'

/** A process that a hosting file of the repository declares for a folder. */
export interface Declared {
  /** `web`, `worker`, `beat` … as the file calls it. */
  readonly name: string
  readonly role: 'web' | 'worker' | 'release'
  /** Null: the file names a port only. */
  readonly command: string | null
  readonly port: number | null
  readonly proof: Proof
}

/** Reads one kind of hosting file. `root` is the folder asked about; the file may lie above and name it. */
export interface ProcessFile {
  readonly id: string
  readonly reads: readonly string[]
  declared(place: Place): readonly Declared[]
}

/** The one process of a file that names a start command and nothing else. */
export function webProcess(command: string, proof: Proof): readonly Declared[] {
  return [{ name: 'web', role: 'web', command, port: null, proof }]
}

const releases = /^(?:release|postdeploy|migrate|migrations?|setup|init|predeploy)$/
const tools =
  /^(?:console|shell|test|tests|flower|dev|tunnel|log|logs|debug|css|s[ac]ss|less|js|ts|tsc|assets?|vite|webpack(?:er)?|esbuild|tailwind|watch[\w-]*|storybook|ngrok|stripe|mail\w*|docs?|jupyter|livereload|redis|db|postgres|minio|nginx|caddy)$/

/** What a process is by the name that Procfiles, fly.toml and others give it; null: a tool, not a part of the app. */
export function roleOf(name: string): Declared['role'] | null {
  if (/^(?:web|app|api|server|http)$/.test(name)) return 'web'
  if (releases.test(name)) return 'release'
  return tools.test(name) ? null : 'worker'
}
