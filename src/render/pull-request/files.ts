import type { RenderedFile } from '../../model.ts'
import type { Texts } from '../../text.ts'
import type { Pin } from '../actions.ts'
import { cell, code, details, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import { pinsIn } from './pins.ts'
import { first, type Section } from './section.ts'
import { clip } from './words.ts'

/** Each file with its purpose; nothing else is touched. */
export function files({ files: all }: Proposal, texts: Texts): Section {
  const head = [texts.pullRequest.files, '', texts.pullRequest.filesHead, '| --- | --- | --- |']
  const rows = all.map(({ path, action, purpose }) => {
    const cells = [code(clip(path, 160)), texts.pullRequest.actions[action], tame(clip(purpose, 300))]
    return `| ${cells.map(cell).join(' | ')} |`
  })
  const tail = ['', texts.pullRequest.onlyThese(checkedRules(all, texts)), ...pins(all, texts)]
  return {
    full: [...head, ...rows, ...tail].join('\n'),
    short: [
      ...head,
      ...first(
        30,
        rows.map((row) => (row.length > 400 ? '| … | | |' : row)),
        (left) => `| ${texts.pullRequest.andMore(left)} | | |`,
      ),
      '',
      texts.pullRequest.noOther,
    ].join('\n'),
  }
}

/** What was checked before this was opened; a file that breaks a rule is never proposed. */
function checkedRules(all: readonly RenderedFile[], texts: Texts): readonly string[] {
  const has = (pattern: RegExp) => all.some((file) => pattern.test(file.path))
  const rules = [
    has(/\.ya?ml$/) ? texts.pullRequest.checkedYaml : null,
    has(/^\.github\/workflows\//) ? texts.pullRequest.checkedActions : null,
    has(/^infra\//) ? texts.pullRequest.checkedRoles : null,
    signIn(all, texts),
  ].filter((rule) => rule !== null)
  return rules
}

function signIn(all: readonly RenderedFile[], texts: Texts): string | null {
  const template = all.find((file) => /bootstrap\.yaml$/.test(file.path))?.content ?? ''
  if (template.includes('AssumeRoleWithWebIdentity')) return texts.pullRequest.checkedSubjects
  return template.includes('PrincipalArn') ? texts.providers.checkedRoles : null
}

/** GitHub's own actions are allowed by one switch of an organisation; others stand on its list one by one (case G53). */
function allowed(found: readonly Pin[], texts: Texts): readonly string[] {
  const others = found.filter(({ action }) => !action.startsWith('actions/'))
  if (others.length === 0) return []
  return ['', texts.pullRequest.allowActions(others.map(({ action, sha }) => code(`${action}@${sha}`)).join(', '))]
}

function pins(all: readonly RenderedFile[], texts: Texts): readonly string[] {
  const found = pinsIn(all)
  if (found.length === 0) return []
  const lines = found.map(
    (pin) =>
      `- ${texts.pullRequest.pin(`[${pin.action} ${pin.version}](${pin.source}) = \`${pin.sha.slice(0, 12)}\``, pin.asOf)}`,
  )
  return ['', details(texts.pullRequest.pins, [...lines, ...allowed(found, texts)].join('\n'))]
}
