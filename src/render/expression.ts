/** `${{ … }}` around an expression of our own. Never give it text that comes from a repository or a person. */
export function expression(text: string): string {
  return `\${{ ${text} }}`
}

/**
 * Text of foreign origin for a field in which GitHub evaluates expressions (`name`, `with`, `env`, `working-directory` …):
 * a `${{` in it stays text. Not for `run`, where nothing foreign belongs: pass it by `env` and use "$NAME".
 */
export function literal(text: string): string {
  return text.replaceAll('${{', "${{ '${{' }}")
}

/**
 * A branch name as a pattern for `on.push.branches` that matches it alone.
 * Source of the special characters: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet (2026-11).
 */
export function branchPattern(branch: string): string {
  return branch.replace(/[\\*?+[\]]/g, '\\$&').replace(/^!/, '\\!')
}
