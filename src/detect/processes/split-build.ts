import { segments } from '../commands/words.ts'

const buildSteps =
  /\b(?:flask translate compile|pybabel compile|collectstatic|compilemessages|compress|assets:precompile|assets\.deploy|tailwind build|(?:npm|yarn|pnpm|bun)(?: run)? build|(?:npm|yarn|pnpm|bun) (?:ci|install)|pip3? install|poetry install|uv sync|bundle install|composer install|config:cache|route:cache|view:cache)\b/

/** What a start command builds every time that it starts, and what it starts. Steps at its head only; their order is kept. */
export function splitBuild(command: string): { readonly build: string | null; readonly start: string } {
  const parts = segments(command)
  if (parts.length < 2 || /\|\||[()]|\bif\b|\bcd\b/.test(command)) return { build: null, start: command }
  const building = parts.slice(0, -1).filter((part) => buildSteps.test(part))
  const compiling = building.filter((part) => !/\b(?:ci|install|sync)\b/.test(part))
  const rest = parts.filter((part) => !building.includes(part))
  return { build: compiling.length > 0 ? compiling.join(' && ') : null, start: rest.join(' && ') }
}
