import type { Step } from '../../model.ts'
import { shellWord } from '../../render/shell.ts'
import type { Texts } from '../../text.ts'
import type { Surveyed } from './survey.ts'

/** What is left to a person, as Markdown; each step once. Where an image came already, its pipeline can sign in, so nothing of that is left. */
export function byHand(all: readonly Surveyed[], words: Texts['connect']): readonly string[] {
  const delivered = new Set(all.filter(hasImage).map(({ provision }) => provision.destination.environment))
  const open = all.filter(
    ({ provision }) => provision.app !== null || !delivered.has(provision.destination.environment),
  )
  const steps = new Map(
    open.flatMap((surveyed) =>
      surveyed.provision.byHand.map(
        (step) => [step.title, { ...step, commands: filledIn(step.commands, surveyed) }] as const,
      ),
    ),
  )
  if (steps.size === 0) return []
  return [`**${words.byHand}**`, ...[...steps.values()].map((step) => stepText(step, words))]
}

/** Outputs of stacks in the place of the commands that would ask AWS for them: whoever runs the rest then needs no AWS CLI. */
function filledIn(commands: readonly string[], { progress }: Surveyed): readonly string[] {
  const outputs = new Map(
    progress.flatMap(({ resource, standing }) =>
      resource.kind === 'stack' && standing.state === 'ready'
        ? Object.entries(standing.outputs).map(([key, value]) => [`${resource.name} ${key}`, value] as const)
        : [],
    ),
  )
  const asking =
    /"\$\(aws cloudformation describe-stacks --stack-name (\S+) --query "Stacks\[0\]\.Outputs\[\?OutputKey=='(\w+)'\]\.OutputValue" --output text\)"/gu
  return commands.map((command) =>
    command.replace(asking, (whole, stack: string, key: string) => {
      const value = outputs.get(`${stack} ${key}`)
      return value === undefined ? whole : shellWord(value)
    }),
  )
}

function hasImage({ progress }: Surveyed): boolean {
  const states = new Set(['ready', 'working', 'failed'])
  return progress.some(({ resource, standing }) => resource.kind === 'express-service' && states.has(standing.state))
}

function stepText({ title, text, commands }: Step, words: Texts['connect']): string {
  const shell = commands.length === 0 ? '' : `\n\n  \`\`\`sh\n${commands.join('\n').replace(/^/gmu, '  ')}\n  \`\`\``
  return `- ${words.step(title, text)}${shell}`
}
