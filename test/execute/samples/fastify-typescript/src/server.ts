import Fastify from 'fastify'

const app = Fastify({ logger: true })

app.get('/', async () => 'Slipway sample')
app.get('/health', async () => ({ ok: true }))

await app.listen({ port: Number(process.env.PORT ?? 4311), host: '0.0.0.0' })
