const Router = require('@koa/router')
const Koa = require('koa')

const router = new Router()
router.get('/', (context) => {
  context.body = 'Slipway sample'
})
router.get('/health', (context) => {
  context.body = { ok: true }
})

new Koa().use(router.routes()).listen(process.env.PORT || 4312)
