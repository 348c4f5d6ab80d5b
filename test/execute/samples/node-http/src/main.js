import { createServer } from 'node:http'

const server = createServer((request, response) => {
  if (request.url === '/health') return response.end('ok')
  response.setHeader('content-type', 'text/plain')
  response.end('Slipway sample')
})

server.listen(process.env.PORT ?? 4316)
process.once('SIGTERM', () => server.close())
