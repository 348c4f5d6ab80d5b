import { expect } from 'vitest'
import type { Choice, Context, Rendering, Some } from '../../src/model.ts'
import { renderBootstrap } from '../../src/render/bootstrap.ts'
import type { Target } from '../../src/targets/target.ts'

/** Renders the apps with the bootstrap template that goes with them, and compares every file and the texts with the golden folder. */
export async function expectGolden(
  name: string,
  target: Target,
  choices: Some<Choice>,
  context: Context,
): Promise<Rendering> {
  const rendering = target.render(choices, context)
  const bootstrap = renderBootstrap([rendering], context)
  if (bootstrap && !bootstrap.ok) throw new Error(bootstrap.because)
  const folder = `../expected/targets/${target.id}/${name}`
  const files = [...rendering.files, ...(bootstrap ? bootstrap.rendering.files : [])]
  for (const file of files)
    await expect(file.content).toMatchFileSnapshot(`${folder}/${file.path.replace(/^\.github/, 'github')}`)
  await expect(texts(rendering)).toMatchFileSnapshot(`${folder}/texts.json`)
  return rendering
}

function texts({ files, bootstrap: _, ...rest }: Rendering): string {
  const list = files.map(({ path, mode, purpose }) => `${mode} ${path}: ${purpose}`)
  return `${JSON.stringify({ files: list, ...rest }, null, 2)}\n`
}

/** The text of one generated file. */
export function fileOf(rendering: Rendering, path: string): string {
  const file = rendering.files.find((candidate) => candidate.path === path)
  if (!file) throw new Error(`No ${path} among ${rendering.files.map((candidate) => candidate.path).join(', ')}`)
  return file.content
}
