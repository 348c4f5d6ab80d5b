import type { Stack } from '../stack.ts'
import { programWords, segments, words } from './words.ts'

const programs: readonly (readonly [Stack, readonly string[]])[] = [
  [
    'python',
    [
      ...[
        'python',
        'python3',
        'gunicorn',
        'uvicorn',
        'hypercorn',
        'daphne',
        'granian',
        'waitress-serve',
        'uwsgi',
        'flask',
      ],
      ...[
        'fastapi',
        'sanic',
        'django-admin',
        'manage.py',
        'celery',
        'rq',
        'dramatiq',
        'arq',
        'huey_consumer',
        'huey_consumer.py',
      ],
      ...[
        'streamlit',
        'chainlit',
        'gradio',
        'panel',
        'pserve',
        'robyn',
        'litestar',
        'poetry',
        'pipenv',
        'uv',
        'pip',
        'alembic',
      ],
      ...['mkdocs', 'taskiq', 'faust', 'scrapy', 'rasa', 'shiny', 'solara', 'reflex', 'voila', 'bokeh', 'faststream'],
    ],
  ],
  [
    'node',
    [
      ...[
        'node',
        'nodejs',
        'npm',
        'npx',
        'yarn',
        'pnpm',
        'bun',
        'bunx',
        'next',
        'nuxt',
        'nest',
        'tsx',
        'ts-node',
        'pm2',
        'pm2-runtime',
      ],
      ...[
        'nodemon',
        'remix-serve',
        'react-router-serve',
        'strapi',
        'serve',
        'http-server',
        'forever',
        'probot',
        'sails',
        'medusa',
      ],
    ],
  ],
  [
    'ruby',
    [
      'ruby',
      'bundle',
      'rails',
      'rake',
      'puma',
      'unicorn',
      'thin',
      'falcon',
      'rackup',
      'sidekiq',
      'jekyll',
      'hanami',
      'foreman',
      'good_job',
      'resque',
    ],
  ],
  ['java', ['java', 'mvn', 'mvnw', 'gradle', 'gradlew', 'sbt', 'catalina.sh', 'webapp-runner']],
  [
    'php',
    [
      'php',
      'php-fpm',
      'apache2-foreground',
      'frankenphp',
      'rr',
      'composer',
      'heroku-php-apache2',
      'heroku-php-nginx',
      'artisan',
    ],
  ],
  ['dotnet', ['dotnet']],
  ['elixir', ['mix', 'iex', 'elixir']],
  ['go', ['go']],
  ['rust', ['cargo']],
  ['deno', ['deno']],
]

const stackByProgram: ReadonlyMap<string, Stack> = new Map(
  programs.flatMap(([stack, names]) => names.map((name) => [name, stack] as const)),
)

/** The name of the program that a simple command runs, without its folder. */
export function programOf(segment: string): string {
  const [program = ''] = programWords(segment)
  return program.slice(program.lastIndexOf('/') + 1)
}

/** The toolchain that a command belongs to, by its last part; null where the program does not tell (a script, a binary). */
export function stackOf(command: string): Stack | null {
  for (const segment of [...segments(command)].reverse()) {
    const stack = stackOfSegment(segment)
    if (stack) return stack
  }
  return null
}

function stackOfSegment(segment: string): Stack | null {
  const program = programOf(segment)
  const first = words(segment).find((word) => !/^\w+=/.test(word) && word !== 'exec') ?? ''
  const outer = stackByProgram.get(first.slice(first.lastIndexOf('/') + 1))
  if (/^target\/(?:release|debug)\//.test(programWords(segment)[0]?.replace('./', '') ?? '')) return 'rust'
  return stackByProgram.get(program) ?? outer ?? (program.endsWith('.py') ? 'python' : null)
}

const fileServers =
  /^(?:python[\d.]*\s+-m\s+(?:http\.server|SimpleHTTPServer)|(?:npx\s+(?:-y\s+|--yes\s+)?|bunx\s+)?(?:serve|http-server|live-server|superstatic|local-web-server|ws)(?:@\S+)?(?:\s|$)|nginx\b|caddy\b|httpd\b|bin\/boot\b|vendor\/bin\/heroku-php-\w+ (?:dist|build|public_html)\/?$)/

/** Whether a command only hands out files that lie there: it makes no server of the app. */
export function isFileServer(command: string): boolean {
  return fileServers.test(segments(command).at(-1) ?? '')
}

const development =
  /(?:^|[\s/])(?:nodemon|ts-node-dev|air|reflex run|livereload|watchexec|watchmedo|webpack-dev-server|vite|ng serve|vue-cli-service serve|react-scripts start|next dev|nuxt dev|nuxi dev|gulp|browser-sync|bin\/dev|foreman start)(?:\s|$)|--reload(?:\s|$)|--debug(?:\s|$)|--watch(?:\s|$)|(?:npm|pnpm|yarn|bun)(?: run)?(?: -s| --silent)? (?:start:)?(?:dev|serve|watch|develop|start-dev|start:watch)(?:\s|$)|dotnet watch|cargo watch|mix test|go run |debugpy/

/** Whether a command is for work on the code: it watches files, reloads or shows errors to everybody. */
export function isDevelopment(command: string): boolean {
  return development.test(command)
}

const idle =
  /^(?:(?:\/bin\/|\/usr\/bin\/)?(?:bash|sh|zsh|ash)(?: -l)?|sleep (?:infinity|inf|\d+)|tail -[fF] \S+|top|cat|true)$/

/** Whether a command only keeps a container alive. */
export function isIdle(command: string): boolean {
  return idle.test(command.trim())
}
