import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { execute, isExecutable } from '../execute.ts'
import { type Repository, setUpSample } from '../repository.ts'
import { type Sample, type SetUp, samples } from '../samples.ts'
import { cleanUp, discard, removeAll } from '../scratch.ts'
import { toolchain } from '../toolchain.ts'

const minutes = 60_000
const report: string[] = []
let tools = ''

beforeAll(async () => {
  tools = await toolchain()
}, 6 * minutes)

afterEach(cleanUp)
afterAll(() => {
  removeAll()
  process.stdout.write(`\nWhat was executed:\n${report.join('\n')}\n`)
})

describe.each(samples)('$name', (sample) => {
  for (const setUp of sample.setUps) {
    const command = ['slipway setup', ...setUp.flags].join(' ')
    describe(command, () => {
      const ready: { repository?: Repository } = {}
      afterAll(() => {
        if (ready.repository) discard(ready.repository.folder)
      })

      it('proposes what is executed here', () => {
        ready.repository = setUpSample(sample.name, setUp.flags)
        const { answer } = ready.repository
        expect(answer.outcome, JSON.stringify(answer.question ?? answer.notes)).toBe('proposal')
        const generated = answer.files.map(({ path }) => path).filter(isExecutable)
        expect(generated.filter((path) => !elsewhere(sample, setUp).includes(path)).sort()).toEqual(
          [...setUp.runs].sort(),
        )
      })

      it.each([...setUp.runs])(
        '%s',
        async (path) => {
          if (!ready.repository) throw new Error('the product proposed nothing')
          const started = Date.now()
          const lines = await execute(ready.repository, tools, path, sample.expected)
          report.push(`${sample.name}: ${command} → ${path} (${Math.round((Date.now() - started) / 1000)} s)`)
          report.push(...lines.map((line) => `    ${line}`))
        },
        15 * minutes,
      )
    })
  }
})

/** What another run of the product over the same sample has executed. */
function elsewhere(sample: Sample, here: SetUp): readonly string[] {
  return sample.setUps
    .filter((setUp) => setUp !== here)
    .flatMap(({ runs }) => runs)
    .filter((path) => !here.runs.includes(path))
}
