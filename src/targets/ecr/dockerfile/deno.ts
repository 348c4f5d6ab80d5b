import { argumentList, portOf } from '../../start-command.ts'
import { blocks, type Cook, execForm, expose, folderInContext, healthCheck } from './recipe.ts'

const defaultVersion = '2.5.6'

/** Deno programs: the official image, dependencies cached while it is built. */
export const deno: Cook = (app) => {
  if (app.start === null) return { ok: false, because: ({ ecr }) => ecr.noStart }
  const pinned = app.runtime?.version ?? ''
  const version = /^\d+\.\d+\.\d+$/.test(pinned) ? pinned : defaultVersion
  const port = portOf(app)
  const folder = folderInContext(app)
  return {
    ok: true,
    ignore: ['node_modules', 'vendor'],
    dockerfile: blocks([
      `FROM denoland/deno:${version}`,
      'WORKDIR /app',
      `COPY --chown=deno:deno ${folder} ./`,
      app.install !== null && `RUN ${app.install}`,
      app.build !== null && `RUN ${app.build}`,
      port !== null && `ENV PORT=${port}`,
      'USER deno',
      expose(port),
      healthCheck(port, ['deno', 'eval', `await Deno.connect({ port: ${port} })`]),
      `CMD ${execForm(argumentList(app.start))}`,
    ]),
  }
}
