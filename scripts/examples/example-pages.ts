import { fileURLToPath } from 'node:url'
import type { Outcome } from '../../src/model.ts'
import { propose } from '../../src/propose.ts'
import { sampleContext } from '../../test/sample-app.ts'
import { treeOfFolder } from '../../test/tree-of.ts'

/** The stacks that are shown, by the names of the repositories in test/repos. */
const shown: readonly (readonly [name: string, title: string, lang: 'en' | 'ja'])[] = [
  ['vite-react', 'Vite and React, a single-page app', 'en'],
  ['next-server', 'Next.js, rendered on a server', 'en'],
  ['hugo', 'Hugo, a static site', 'en'],
  ['express', 'Express, a Node server (Japanese)', 'ja'],
  ['fastapi-uv', 'FastAPI with uv', 'en'],
  ['go', 'A Go server', 'en'],
  ['spring-boot-maven', 'Spring Boot with Maven', 'en'],
  ['sam-python', 'A SAM application in Python', 'en'],
  ['cdk-typescript', 'A CDK app in TypeScript', 'en'],
  ['frontend-and-backend', 'A front end and a back end in one repository', 'en'],
]

type Proposal = Extract<Outcome, { kind: 'proposal' }>

/** The pages of docs/examples by their names: an index, and one page for each stack with its pull request and files. */
export function examplePages(): ReadonlyMap<string, string> {
  const pages = shown.map(([name, title, lang]) => [`${name}.md`, page(title, name, proposalOf(name, lang))] as const)
  const list = shown.map(([name, title]) => `- [${title}](${name}.md)`)
  const index = [
    '# Generated pull requests',
    '',
    'What `/cicd setup` opens for ten small repositories of `test/repos`. Written by `npm run examples`; a test fails when they are not current.',
    '',
    ...list,
    '',
  ]
  return new Map([['README.md', index.join('\n')], ...pages])
}

function proposalOf(name: string, lang: 'en' | 'ja'): Proposal {
  const tree = treeOfFolder(fileURLToPath(new URL(`../../test/repos/${name}`, import.meta.url)))
  const outcome = propose(tree, sampleContext({ repository: { name }, request: { lang } }))
  if (outcome.kind !== 'proposal') throw new Error(`${name} has no proposal`)
  return outcome
}

function page(title: string, name: string, { pullRequest, files }: Proposal): string {
  const shownFiles = files.map(({ path, content }) => {
    const text = content ?? ''
    const fence = '`'.repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map((run) => run.length + 1)))
    return `<details>\n<summary><code>${path}</code></summary>\n\n${fence}${language(path)}\n${text}${fence}\n\n</details>\n`
  })
  return [
    `# ${title}`,
    '',
    `The repository is [test/repos/${name}](../../test/repos/${name}). The pull request on the branch \`${pullRequest.branch}\`:`,
    '',
    `## ${pullRequest.title}`,
    '',
    pullRequest.body,
    '## The files',
    '',
    ...shownFiles,
  ].join('\n')
}

const languages: readonly (readonly [RegExp, string])[] = [
  [/\.ya?ml$/, 'yaml'],
  [/\.json$/, 'json'],
  [/\.sh$/, 'sh'],
  [/Dockerfile$/, 'dockerfile'],
]

function language(path: string): string {
  return languages.find(([pattern]) => pattern.test(path))?.[1] ?? ''
}
