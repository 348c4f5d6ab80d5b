const Hapi = require('@hapi/hapi')
const server = Hapi.server({ port: process.env.PORT || 5000, host: '0.0.0.0' })
server.start()
