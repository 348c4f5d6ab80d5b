import { title } from '@sample/words'
import Fastify from 'fastify'

const app = Fastify()
app.get('/', () => title)
app.get('/health', () => ({ ok: true }))

await app.listen({ port: Number(process.env.PORT ?? 4318), host: '0.0.0.0' })
