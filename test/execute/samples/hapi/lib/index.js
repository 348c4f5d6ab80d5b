'use strict'

const Hapi = require('@hapi/hapi')

const init = async () => {
  const server = Hapi.server({ port: process.env.PORT || 4313, host: '0.0.0.0' })
  server.route({ method: 'GET', path: '/', handler: () => 'Slipway sample' })
  server.route({ method: 'GET', path: '/health', handler: () => ({ ok: true }) })
  await server.start()
}

init()
