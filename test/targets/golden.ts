import { expect } from 'vitest'
import type { Choice, Context, Rendering, Some } from '../../src/model.ts'
import { renderBootstrap } from '../../src/render/bootstrap.ts'
import { renderProvider } from '../../src/render/providers.ts'
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
  const provider = renderProvider([rendering], context)
  const files = [...rendering.files, ...(provider?.files ?? []), ...(bootstrap ? bootstrap.rendering.files : [])]
  for (const file of files)
    await expect(file.content).toMatchFileSnapshot(`${folder}/${file.path.replace(/^\.git/, 'git')}`)
  await expect(texts(rendering)).toMatchFileSnapshot(`${folder}/texts.json`)
  return rendering
}

function texts(rendering: Rendering): string {
  const { files, steps, settings, permissions, happens, warnings, costs, leftovers, facts, delivery } = rendering
  const list = files.map(({ path, mode, purpose }) => `${mode} ${path}: ${purpose}`)
  const all = { files: list, steps, settings, permissions, happens, warnings, costs, leftovers, facts, delivery }
  return `${JSON.stringify(all, null, 2)}\n`
}

/** The text of one generated file. */
export function fileOf(rendering: Rendering, path: string): string {
  const file = rendering.files.find((candidate) => candidate.path === path)
  if (!file) throw new Error(`No ${path} among ${rendering.files.map((candidate) => candidate.path).join(', ')}`)
  return file.content
}
