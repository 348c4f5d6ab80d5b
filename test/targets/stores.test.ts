import { expect, it } from 'vitest'
import { storeWarnings } from '../../src/targets/stores.ts'
import { textsIn } from '../../src/text.ts'
import { sampleApp } from '../sample-app.ts'

it('names the databases that an app expects and nobody makes for it', () => {
  expect(storeWarnings(sampleApp(), 'ecs', textsIn('en'))).toEqual([])
  const [said, ...more] = storeWarnings(
    sampleApp({ needs: ['postgresql', 'redis', 'install script'] }),
    'ecs',
    textsIn('en'),
  )
  expect(said).toContain('PostgreSQL, Redis, and none is created here: use Amazon RDS, Amazon ElastiCache')
  expect(more).toEqual([])
  expect(storeWarnings(sampleApp({ needs: ['mysql'] }), 'apprunner', textsIn('en')).join()).toContain('VPC connector')
})

it('says what becomes of an SQLite file in a container', () => {
  expect(storeWarnings(sampleApp({ needs: ['sqlite'] }), 'ecs', textsIn('en')).join()).toContain(
    'gone with the next deployment',
  )
})
