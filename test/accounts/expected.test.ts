import { describe, expect, it } from 'vitest'
import { bashSyntax, present, shellcheck } from '../lint/tools.ts'
import { parseHcl } from './parse-hcl.ts'
import { manyToMany, proposedFor, sharedApi, startup } from './wish-of.ts'

const scenarios = { startup, 'shared-api': sharedApi, 'many-to-many': manyToMany }

describe.each(Object.entries(scenarios))('%s', (name, form) => {
  it.each(['cloudformation', 'terraform'])('is planned in %s as expected', async (format) => {
    const { files, pullRequest } = proposedFor(`${form}\nformat: ${format}`)
    const folder = `../expected/accounts/${name}/${format}`
    for (const { path, content } of files) await expect(content).toMatchFileSnapshot(`${folder}/${path}`)
    await expect(`${pullRequest.title}\n\n${pullRequest.body}`).toMatchFileSnapshot(`${folder}/pull-request.md`)
    const terraform = files.filter(({ path }) => path.endsWith('.tf')).map(({ content }) => content ?? '')
    expect(parseHcl(terraform)).toHaveLength(terraform.length)
  })

  it('is told in Japanese as expected', async () => {
    const { files, pullRequest } = proposedFor(form, { request: { lang: 'ja' } })
    const plan = files.find(({ path }) => path.endsWith('PLAN.md'))
    await expect(plan?.content).toMatchFileSnapshot(`../expected/ja/accounts/${name}/PLAN.md`)
    await expect(`${pullRequest.title}\n\n${pullRequest.body}`).toMatchFileSnapshot(
      `../expected/ja/accounts/${name}/pull-request.md`,
    )
  })

  it('has commands that bash can read', () => {
    for (const format of ['cloudformation', 'terraform']) {
      const { files } = proposedFor(`${form}\nformat: ${format}`)
      const plan = files.find(({ path }) => path.endsWith('PLAN.md'))?.content ?? ''
      const commands = [...plan.matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gmu)].map(([, text = '']) => text)
      expect(commands.length).toBeGreaterThan(5)
      expect(commands.map(bashSyntax).filter((fault) => fault !== '')).toEqual([])
      const functions = files.find(({ path }) => path.endsWith('functions.sh'))?.content ?? ''
      expect(bashSyntax(functions)).toBe('')
      if (present('shellcheck')) expect(shellcheck(functions)).toBe('')
    }
  })
})
