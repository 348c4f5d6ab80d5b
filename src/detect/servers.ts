import { denoServer } from './deno/server.ts'
import type { Detector } from './detector.ts'
import { copilotImage } from './docker/copilot-image.ts'
import { container, dockerfile } from './docker/detectors.ts'
import { imageInstalls } from './docker/installs.ts'
import { dotnetServer } from './dotnet/server.ts'
import { elixirServer } from './elixir/server.ts'
import { goServer } from './go/server.ts'
import { javaServer } from './java/server.ts'
import { latePort } from './late-port.ts'
import { phpServer } from './php/server.ts'
import { portClash } from './port-clash.ts'
import { apprunnerProcess, declaredServer } from './processes/detectors.ts'
import { pythonEnviron } from './python/environ.ts'
import { gunicornSettings } from './python/gunicorn.ts'
import { pythonNeeds } from './python/needs.ts'
import { pythonPackages } from './python/packages.ts'
import { pythonVersion } from './python/version.ts'
import { pythonWeb } from './python/web.ts'
import { pythonWorkers } from './python/workers.ts'
import { rubyServer } from './ruby/server.ts'
import { rustServer } from './rust/server.ts'
import { siteGenerators } from './sites/generators.ts'
import { hugo } from './sites/hugo.ts'
import { jekyll } from './sites/jekyll.ts'
import { mkdocs } from './sites/mkdocs.ts'
import { plainHtml } from './sites/plain-html.ts'
import { sphinx } from './sites/sphinx.ts'
import { stores } from './stores.ts'

/** Images, the languages besides Node, site generators, and what is left to a Dockerfile, a Procfile or a lone page. */
export const servers: readonly Detector[] = [
  dockerfile,
  imageInstalls,
  apprunnerProcess,
  gunicornSettings,
  pythonWeb,
  pythonWorkers,
  goServer,
  javaServer,
  rubyServer,
  phpServer,
  dotnetServer,
  rustServer,
  elixirServer,
  denoServer,
  hugo,
  jekyll,
  mkdocs,
  sphinx,
  ...siteGenerators,
  pythonPackages,
  pythonVersion,
  pythonNeeds,
  pythonEnviron,
  stores,
  declaredServer,
  container,
  latePort,
  copilotImage,
  portClash,
  plainHtml,
]
