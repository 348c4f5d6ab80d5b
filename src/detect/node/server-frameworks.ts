/** A framework or program that answers HTTP on Node. */
export interface ServerFramework {
  readonly id: string
  readonly packages: readonly string[]
  /** The port where nothing in the source sets one; null: the source always has to. */
  readonly port: number | null
  /** The command that starts it in production, where the framework brings a program for it. */
  readonly start?: string
  /** It is served by a program of its own, so that no source needs to call `listen`. */
  readonly own?: boolean
}

/** Full frameworks before the libraries they are built on. Ports: the frameworks' own documentation, read 2026-11. */
export const serverFrameworks: readonly ServerFramework[] = [
  { id: 'nestjs', packages: ['@nestjs/core'], port: 3000 },
  { id: 'adonisjs', packages: ['@adonisjs/core', '@adonisjs/http-server'], port: 3333, own: true },
  { id: 'strapi', packages: ['@strapi/strapi', 'strapi'], port: 1337, start: 'strapi start', own: true },
  { id: 'directus', packages: ['directus'], port: 8055, start: 'directus start', own: true },
  { id: 'medusa', packages: ['@medusajs/medusa'], port: 9000, start: 'medusa start', own: true },
  {
    id: 'keystone',
    packages: ['@keystone-6/core', '@keystonejs/keystone'],
    port: 3000,
    start: 'keystone start',
    own: true,
  },
  { id: 'loopback', packages: ['@loopback/boot', '@loopback/rest', 'loopback'], port: 3000 },
  { id: 'feathers', packages: ['@feathersjs/feathers'], port: 3030 },
  { id: 'sails', packages: ['sails'], port: 1337 },
  { id: 'midway', packages: ['@midwayjs/core', '@midwayjs/bootstrap'], port: 7001, own: true },
  { id: 'egg', packages: ['egg'], port: 7001, start: 'egg-scripts start', own: true },
  { id: 'foalts', packages: ['@foal/core'], port: 3001 },
  { id: 'tsed', packages: ['@tsed/platform-http', '@tsed/common'], port: 8083 },
  { id: 'moleculer', packages: ['moleculer-web'], port: 3000, start: 'moleculer-runner services', own: true },
  { id: 'meteor', packages: ['meteor-node-stubs'], port: 3000, own: true },
  { id: 'probot', packages: ['probot'], port: 3000, start: 'probot run ./index.js', own: true },
  { id: 'slack-bolt', packages: ['@slack/bolt'], port: 3000 },
  { id: 'apollo-server', packages: ['@apollo/server', 'apollo-server', 'apollo-server-express'], port: 4000 },
  { id: 'graphql-yoga', packages: ['graphql-yoga'], port: 4000 },
  { id: 'hapi', packages: ['@hapi/hapi', 'hapi'], port: null },
  { id: 'fastify', packages: ['fastify-cli'], port: 3000, start: 'fastify start app.js', own: true },
  { id: 'fastify', packages: ['fastify'], port: 3000 },
  { id: 'elysia', packages: ['elysia'], port: 3000 },
  { id: 'hono', packages: ['hono', '@hono/node-server'], port: 3000 },
  { id: 'koa', packages: ['koa'], port: null },
  { id: 'restify', packages: ['restify'], port: 8080 },
  { id: 'express', packages: ['express', 'ultimate-express', 'hyper-express'], port: null },
  { id: 'polka', packages: ['polka'], port: null },
  { id: 'h3', packages: ['h3', 'listhen'], port: 3000 },
  { id: 'micro', packages: ['micro'], port: 3000, start: 'micro', own: true },
  { id: 'json-server', packages: ['json-server'], port: 3000, own: true },
  { id: 'parse-server', packages: ['parse-server'], port: 1337 },
  { id: 'trpc', packages: ['@trpc/server'], port: null },
  { id: 'socket.io', packages: ['socket.io'], port: null },
  { id: 'ws', packages: ['ws'], port: null },
]
