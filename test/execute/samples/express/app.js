const express = require('express')

const app = express()
app.get('/', (request, response) => response.send('Slipway sample'))
app.get('/health', (request, response) => response.json({ ok: true }))

module.exports = { app }
