import type { App } from '../../model.ts'
import { isBerry, managerCommands } from '../setup/node.ts'
import { shellWord } from '../shell.ts'

/**
 * Shell lines that bring the package manager, or the compiler, of an app where the image of the job lacks it. Into the home folder: jobs of
 * Jenkins are not root.
 */
export function managerLines(app: App): readonly string[] {
  const name = app.packageManager?.name ?? ''
  const lines = app.language === 'node' ? nodeLines(app, name) : otherLines(app, name)
  return lines.length === 0 ? [] : ['export PATH="$HOME/.local/bin:$PATH"', ...lines]
}

function otherLines(app: App, name: string): readonly string[] {
  if (app.language === 'python' && ['uv', 'poetry', 'pipenv'].includes(name)) {
    const version = app.packageManager?.version
    return [missing(name, `pip3 install --user ${shellWord(version ? `${name}==${version}` : name)}`)]
  }
  if (app.language === 'go') return [missing('go', 'dnf install -y golang')]
  return app.language === 'rust' ? [missing('cargo', 'dnf install -y cargo')] : []
}

/** Yarn 1 may be there where a later one is wanted, which Corepack brings in its place. */
function nodeLines(app: App, name: string): readonly string[] {
  if (name === 'yarn' && !isBerry(app)) return [missing('yarn', `${globally} yarn@1`)]
  return managerCommands(app).flatMap((command) => {
    if (command === 'corepack enable')
      return ['mkdir -p "$HOME/.local/bin"', 'corepack enable --install-directory "$HOME/.local/bin"']
    const program = command.includes('corepack') ? 'corepack' : name
    return [missing(program, command.replace('npm install --global', globally))]
  })
}

const globally = 'npm install --global --prefix "$HOME/.local"'

function missing(program: string, command: string): string {
  return `command -v ${program} >/dev/null || { ${command}; }`
}
