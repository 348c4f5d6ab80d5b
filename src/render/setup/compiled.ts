import type { App } from '../../model.ts'
import { literal } from '../expression.ts'
import type { SetUp } from '../setup.ts'
import { shellWord } from '../shell.ts'
import type { WorkflowStep } from '../workflow.ts'
import { fileCache, pinnedIn } from './cache.ts'

const lockInput = (app: App, input: string) => (app.lockfile === null ? {} : { [input]: literal(app.lockfile) })

export const setUpGo: SetUp = (app, { cache }) => [
  {
    name: 'Set up Go',
    uses: 'actions/setup-go',
    with: {
      ...pinnedIn(app, ['go.mod', '.go-version'], 'go-version-file', 'go-version', 'stable'),
      cache: cache && app.lockfile !== null,
      ...(cache ? lockInput(app, 'cache-dependency-path') : {}),
    },
  },
]

/** Amazon's own build of OpenJDK, the one that its container images carry. */
export const setUpJava: SetUp = (app, { cache }) => {
  const tool = app.packageManager?.name
  const cached = cache && (tool === 'maven' || tool === 'gradle' || tool === 'sbt')
  return [
    {
      name: 'Set up Java',
      uses: 'actions/setup-java',
      with: {
        distribution: 'corretto',
        ...pinnedIn(app, ['.java-version'], 'java-version-file', 'java-version', '21'),
        ...(cached ? { cache: tool } : {}),
      },
    },
  ]
}

/** `bundler-cache` installs the gems too; the install command after it then finds nothing to do. */
export const setUpRuby: SetUp = (app, { cache }) => [
  {
    name: 'Set up Ruby',
    uses: 'ruby/setup-ruby',
    with: {
      'ruby-version': app.runtime?.version ?? '3.4',
      'bundler-cache': cache && app.lockfile !== null,
      ...(app.root === '.' ? {} : { 'working-directory': literal(app.root) }),
    },
  },
]

export const setUpPhp: SetUp = (app, { cache }) => {
  const php: WorkflowStep = {
    name: 'Set up PHP',
    uses: 'shivammathur/setup-php',
    with: { 'php-version': app.runtime?.version ?? '8.4', tools: 'composer:v2', coverage: 'none' },
  }
  return cache && app.lockfile ? [php, fileCache('composer', ['~/.cache/composer'], app.lockfile)] : [php]
}

export const setUpDotnet: SetUp = (app, { cache }) => {
  const version = app.runtime?.version ?? '10'
  const pin = pinnedIn(app, ['global.json'], 'global-json-file', 'dotnet-version', '10')
  const cached = cache && app.lockfile?.endsWith('packages.lock.json') === true
  return [
    {
      name: 'Set up .NET',
      uses: 'actions/setup-dotnet',
      with: {
        ...('dotnet-version' in pin ? { 'dotnet-version': /^\d+$/.test(version) ? `${version}.0.x` : version } : pin),
        ...(cached ? { cache: true, ...lockInput(app, 'cache-dependency-path') } : {}),
      },
    },
  ]
}

/** rustup is on the runner; a `rust-toolchain` file is obeyed by cargo itself. */
export const setUpRust: SetUp = (app, { cache }) => {
  const from = app.runtime?.from ?? ''
  const version = shellWord(app.runtime && !from.includes('rust-toolchain') ? app.runtime.version : 'stable')
  const rust: WorkflowStep = {
    name: 'Set up Rust',
    run: `rustup toolchain install ${version} --profile minimal --component clippy,rustfmt\nrustup default ${version}`,
  }
  const target = app.root === '.' ? 'target' : `${app.root}/target`
  return cache && app.lockfile
    ? [rust, fileCache('cargo', ['~/.cargo/registry', '~/.cargo/git', literal(target)], app.lockfile)]
    : [rust]
}

export const setUpElixir: SetUp = (app, { cache }) => {
  const version = app.runtime?.version ?? '1.18'
  const beam: WorkflowStep = {
    name: 'Set up Elixir',
    uses: 'erlef/setup-beam',
    with: { 'elixir-version': version, 'otp-version': otpFor(version) },
  }
  const deps = app.root === '.' ? 'deps' : `${app.root}/deps`
  return cache && app.lockfile ? [beam, fileCache('mix', [literal(deps)], app.lockfile)] : [beam]
}

/** Newest Erlang/OTP of each Elixir: https://hexdocs.pm/elixir/compatibility-and-deprecations.html (2026-11). */
function otpFor(elixir: string): string {
  const minor = Number(elixir.split('.')[1] ?? '18')
  if (minor >= 19) return '28'
  if (minor >= 17) return '27'
  return minor >= 15 ? '26' : '25'
}
