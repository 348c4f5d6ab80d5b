import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { expressTemplate } from '../../src/aws/express-template.ts'
import { expressSettings, settingsOf } from '../../src/targets/ecr/express.ts'
import { textsIn } from '../../src/text.ts'
import { cfnLint, present } from '../lint/tools.ts'
import { sampleApp } from '../sample-app.ts'

const settings = settingsOf(sampleApp({ healthPath: '/healthz' }), 'linux/amd64', ['node', 'server.js'])
const secret = {
  name: '/cicd-shop-production/shop/DATABASE_URL',
  arn: 'arn:aws:ssm:ap-northeast-1:111122223333:parameter/cicd-shop-production/shop/DATABASE_URL',
}
const template = expressTemplate(settings, '/ecs/cicd-shop-production/shop', [secret])

it('the template of a service has every setting that the workflow gives to ECS, under CloudFormation’s names', () => {
  const { Resources } = JSON.parse(template)
  const { PrimaryContainer, ScalingTarget, ...rest } = Resources.Service.Properties
  const file = JSON.parse(
    expressSettings(sampleApp({ healthPath: '/healthz' }), 'linux/amd64', ['node'], textsIn('en')).content,
  )
  const names = (value: object) => Object.keys(value).map((name) => name.charAt(0).toUpperCase() + name.slice(1))
  const { primaryContainer, scalingTarget, ...others } = file
  expect(Object.keys(rest)).toEqual(expect.arrayContaining(names(others)))
  expect(Object.keys(PrimaryContainer)).toEqual(expect.arrayContaining(names(primaryContainer)))
  expect(Object.keys(ScalingTarget)).toEqual(names(scalingTarget))
  expect(PrimaryContainer).toMatchObject({
    Secrets: [{ Name: 'DATABASE_URL', ValueFrom: secret.arn }],
    Environment: [{ Name: 'PORT', Value: '3000' }],
  })
})

it.runIf(present('cfn-lint'))(
  'the template of a service passes cfn-lint where that is installed',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'express-template-'))
    const file = join(folder, 'service.json')
    writeFileSync(file, template)
    expect(cfnLint([file])).toBe('')
    rmSync(folder, { recursive: true })
  },
  60_000,
)
