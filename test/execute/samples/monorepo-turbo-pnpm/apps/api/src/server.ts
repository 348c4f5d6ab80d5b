import { title } from '@sample/words'
import Fastify from 'fastify'

const app = Fastify()
app.get('/', () => title)
app.get('/health', () => ({ ok: true }))

await app.listen({ port: Number(process.env.PORT ?? 4319), host: '0.0.0.0' })
