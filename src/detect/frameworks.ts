import { angular } from './frameworks/angular.ts'
import { astro } from './frameworks/astro.ts'
import { browserify, esbuild, gulp, rollup, sass, tailwind } from './frameworks/bundled-pages.ts'
import { createReactApp } from './frameworks/create-react-app.ts'
import { ejectedReactApp, vueTemplate } from './frameworks/ejected.ts'
import { elm } from './frameworks/elm.ts'
import type { Framework } from './frameworks/framework.ts'
import { gatsby } from './frameworks/gatsby.ts'
import { next } from './frameworks/next.ts'
import { analog, nitro, solidStart, tanstackStart } from './frameworks/nitro-apps.ts'
import { nuxt } from './frameworks/nuxt.ts'
import { reactRouter } from './frameworks/react-router.ts'
import { remix } from './frameworks/remix.ts'
import { qwikCity, redwood, vike, viteSsr, waku } from './frameworks/ssr-on-vite.ts'
import { staticTools } from './frameworks/static-tools.ts'
import { sveltekit } from './frameworks/sveltekit.ts'
import { vite } from './frameworks/vite.ts'
import { vueCli } from './frameworks/vue-cli.ts'
import { rspack, webpack } from './frameworks/webpack.ts'

/**
 * Every web framework and bundler. Where two are equally well proven the first counts, so that a framework stands before
 * the bundler it is built on (cases D6 and D8).
 */
export const frameworks: readonly Framework[] = [
  ...[
    next,
    nuxt,
    redwood,
    remix,
    reactRouter,
    sveltekit,
    astro,
    tanstackStart,
    solidStart,
    analog,
    qwikCity,
    waku,
    vike,
  ],
  ...[gatsby, angular, vueCli, createReactApp, ejectedReactApp, vueTemplate, nitro, viteSsr, vite, rspack, webpack],
  elm,
  ...staticTools,
  ...[rollup, esbuild, browserify, gulp, tailwind, sass],
]
