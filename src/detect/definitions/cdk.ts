import type { Language } from '../../model.ts'
import { type Finding, find, type Proof } from '../finding.ts'
import { get, text } from '../json.ts'
import type { Place } from '../place.ts'
import { buildScript } from './build-script.ts'
import { basics } from './defined.ts'
import type { Definition } from './definition.ts'

/** An AWS CDK app: `cdk.json` with the command that synthesises it. `cdk.context.json` alone is none: SST writes it too. */
export const cdk: Definition = {
  id: 'cdk',
  reads: ['cdk.json', 'package.json', 'requirements*.txt', 'pyproject.toml'],
  find(place) {
    if (!place.has('cdk.json')) return null
    const command = text(get(place.json('cdk.json'), 'app'))
    const proof = place.proof('cdk.json', command ? `\`"app": "${command}"\`` : place.texts.seen.cdk, '"app"')
    const language = languageOf(command ?? '') ?? languageAt(place)
    return {
      tools: language,
      findings: [
        ...basics({ id: 'cdk', definition: place.at('cdk.json'), language }, proof),
        ...buildOf(place, language, proof),
        ...missingLibrary(place, language),
      ],
    }
  },
}

const commands: readonly { readonly pattern: RegExp; readonly language: Language }[] = [
  { pattern: /\bpython3?\b|\.py\b|\buv run\b|\bpoetry run\b|\bpipenv run\b/, language: 'python' },
  { pattern: /\bmvnw?\b|\bgradlew?\b|\bjava\b|\.jar\b/, language: 'java' },
  { pattern: /\bdotnet\b/, language: 'dotnet' },
  { pattern: /\bgo (run|mod)\b/, language: 'go' },
  { pattern: /\bts-node\b|\btsx\b|\bnode\b|\bbun\b|\bnpx\b|\bnpm\b|\.[mc]?[jt]s\b/, language: 'node' },
]

function languageOf(command: string): Language | null {
  return commands.find(({ pattern }) => pattern.test(command))?.language ?? null
}

function languageAt(place: Place): Language | null {
  if (place.has('package.json')) return 'node'
  return place.pick('requirements.txt', 'pyproject.toml', 'app.py') ? 'python' : null
}

function buildOf(place: Place, language: Language | null, proof: Proof): readonly Finding[] {
  if (language === 'java') return [find('install', null, proof), find('build', 'mvn package', proof)]
  const script = language === 'node' ? buildScript(place) : null
  if (!script) return [find('build', null, proof)]
  return [find('build', script.command, place.proof('package.json', `\`"build": "${script.text}"\``, '"build"'))]
}

// `cdk init` lists the library; where it is missing, `cdk synth` fails on a clean machine.
function missingLibrary(place: Place, language: Language | null): readonly Finding[] {
  const listed = place.pick('requirements.txt')
  if (language !== 'python' || !listed || place.has('pyproject.toml')) return []
  const all = [...place.folder.files].filter((name) => /^requirements.*\.txt$/.test(name))
  if (all.some((name) => /aws[-_.]cdk/i.test(place.text(name) ?? ''))) return []
  const proof = place.proof(listed, place.texts.seen.noCdkLib)
  return [
    find('install', 'pip install aws-cdk-lib -r requirements.txt', proof),
    find('remark', place.texts.seen.cdkLibByName(place.at(listed)), proof),
  ]
}
