import type { Language } from '../../model.ts'
import { dockerfiles } from '../docker/dockerfile.ts'
import { isForWork } from '../docker/file-name.ts'
import { type Finding, find, first } from '../finding.ts'
import { type Place, parent } from '../place.ts'
import { places } from '../places.ts'
import { declaredAt } from '../processes/files.ts'
import type { Repository } from '../repository.ts'
import type { Stack } from '../stack.ts'
import { basics } from './defined.ts'
import type { Defined, Definition } from './definition.ts'

interface Handler {
  readonly language: Language
  readonly files: readonly string[]
  readonly pattern: RegExp
}

const node =
  /^(?:module\.)?exports\.(?:lambda_?[hH]andler|handler|main)\s*=|^export (?:const|async function|function) (?:lambdaHandler|handler|main)\b/m
const names = ['index', 'handler', 'lambda', 'app', 'main', 'src/index', 'src/handler', 'src/lambda']

const handlers: readonly Handler[] = [
  {
    language: 'python',
    files: ['lambda_function.py', 'handler.py', 'lambda.py', 'app.py', 'main.py', 'index.py', 'src/lambda_function.py'],
    pattern: /^(?:async )?def (?:lambda_handler|handler|main)\(\s*_?(?:event|evt)\b[^)]*,\s*_?(?:context|ctx)\b/m,
  },
  {
    language: 'node',
    files: names.flatMap((name) => ['js', 'mjs', 'cjs', 'ts', 'mts'].map((extension) => `${name}.${extension}`)),
    pattern: node,
  },
  {
    language: 'go',
    files: ['main.go', 'cmd/main.go', 'handler.go'],
    pattern: /\blambda\.Start(?:WithOptions|WithContext)?\(/,
  },
  {
    language: 'ruby',
    files: ['lambda_function.rb', 'handler.rb', 'app.rb'],
    pattern: /^def (?:self\.)?(?:lambda_handler|handler)\(\s*event:/m,
  },
  {
    language: 'rust',
    files: ['src/main.rs'],
    pattern: /\blambda_(?:runtime|http)::run\b|use lambda_(?:runtime|http)::/,
  },
]

/** A Lambda function that nothing in the repository deploys: a handler, and neither a server nor a template. */
export const plainLambda: Definition = {
  id: 'plain-lambda',
  reads: ['lambda_function.py', 'lambda_function.rb', 'package.json', 'main.go'],
  follows: candidates,
  find(place, known) {
    const packed = imageAt(place, known)
    if (packed) return packed
    if (known.some(({ topic }) => settled.has(topic))) return null
    const image = /^FROM\s.*?(?:public\.ecr\.aws|amazon)\/(?:lambda|aws-lambda-)[/\w-]*/m.test(
      place.text('Dockerfile') ?? '',
    )
    for (const { language, files, pattern } of handlers) {
      const file = files.find((name) => pattern.test(place.text(name) ?? ''))
      if (!file || (language === 'node' && !image && !isLambda(place, file))) continue
      const proof = place.proof(file, place.texts.seen.lambda, pattern)
      const stack: Stack = language
      const [, ...rest] = basics({ id: 'lambda', definition: place.at(file), language }, proof)
      return {
        tools: stack,
        findings: [find('kind', 'serverless', proof), ...rest.filter(({ topic }) => topic !== 'definition')],
      }
    }
    return null
  },
}

/** A program whose only image stands on one of Lambda's answers no HTTP, whatever framework it is written with. */
function imageAt(place: Place, known: readonly Finding[]): Defined | null {
  if (known.some(({ topic }) => topic === 'notAnApp' || topic === 'worker') || declaredAt(place).length > 0) return null
  const own = dockerfiles(place.repository).filter(({ path }) => parent(path) === place.root && !isForWork(path))
  const [facts] = own
  if (!facts || !own.every(({ image }) => image.lambda)) return null
  const language = first(known, 'language')?.value ?? null
  const stack = facts.stack ?? language
  const proof = { path: facts.path, line: facts.stages.at(-1)?.line ?? null, says: `FROM ${facts.base}` }
  const findings = basics({ id: 'lambda', definition: facts.path, language }, proof)
  return { tools: stack, findings: findings.filter(({ topic }) => topic !== 'definition') }
}

// Only where something speaks of Lambda already: `index.js` is everywhere.
function candidates(repository: Repository): readonly string[] {
  return places(repository)
    .filter((place) => /lambda|aws-sdk|@aws/i.test(`${place.root} ${place.text('package.json') ?? ''}`))
    .slice(0, 20)
    .flatMap((place) =>
      handlers.flatMap(({ files }) => files.filter((file) => place.has(file)).map((file) => place.at(file))),
    )
}

const settled: ReadonlySet<string> = new Set(['framework', 'kind', 'notAnApp', 'worker', 'start'])

/** `exports.handler` alone is a usual name: an event parameter, the AWS SDK or the types of Lambda settle it. */
function isLambda(place: Place, file: string): boolean {
  return /aws-lambda|@aws-sdk\/|['"]aws-sdk['"]|APIGatewayProxy|statusCode\s*:|\(\s*event\b|lambda/i.test(
    `${place.text(file) ?? ''}${place.text('package.json') ?? ''}`,
  )
}
