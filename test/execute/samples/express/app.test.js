const assert = require('node:assert')
const test = require('node:test')
const { app } = require('./app')

test('the app has routes', () => assert.ok(app.router.stack.length > 0))
