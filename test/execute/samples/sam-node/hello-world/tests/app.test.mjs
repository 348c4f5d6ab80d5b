import assert from 'node:assert/strict'
import { test } from 'node:test'
import { handler } from '../app.mjs'

test('counts the orders', async () => {
  assert.match((await handler({ Records: [1, 2] })).says, /2 orders/)
})
