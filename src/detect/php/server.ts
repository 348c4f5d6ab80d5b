import type { Detector } from '../detector.ts'
import { buildFor } from '../docker/owner.ts'
import { type Finding, find, first, type Proof } from '../finding.ts'
import { type JsonRecord, record, text } from '../json.ts'
import type { Place } from '../place.ts'
import { runtimeFindings } from '../runtime-pin.ts'
import { versionManagerReads } from '../version-files.ts'
import { phpVersion } from './version.ts'
import { viewReads } from './views.ts'

interface PhpFramework {
  readonly id: string
  readonly packages: readonly string[]
}

/** In order of precedence. */
const frameworks: readonly PhpFramework[] = [
  { id: 'laravel', packages: ['laravel/framework'] },
  { id: 'lumen', packages: ['laravel/lumen-framework'] },
  { id: 'symfony', packages: ['symfony/framework-bundle', 'symfony/symfony'] },
  { id: 'slim', packages: ['slim/slim'] },
  { id: 'codeigniter', packages: ['codeigniter4/framework', 'codeigniter/framework'] },
  { id: 'cakephp', packages: ['cakephp/cakephp'] },
  { id: 'yii', packages: ['yiisoft/yii2', 'yiisoft/yii-web', 'yiisoft/yii'] },
  { id: 'laminas', packages: ['laminas/laminas-mvc', 'mezzio/mezzio', 'zendframework/zendframework'] },
  { id: 'drupal', packages: ['drupal/core', 'drupal/core-recommended'] },
  { id: 'wordpress', packages: ['johnpbloch/wordpress', 'roots/wordpress'] },
  { id: 'craft', packages: ['craftcms/cms'] },
  { id: 'statamic', packages: ['statamic/cms'] },
  { id: 'hyperf', packages: ['hyperf/framework', 'hyperf/http-server'] },
  { id: 'flight', packages: ['mikecao/flight', 'flightphp/core'] },
  { id: 'phalcon', packages: ['phalcon/devtools'] },
]

const frontControllers = [
  'public/index.php',
  'index.php',
  'web/index.php',
  'webroot/index.php',
  'htdocs/index.php',
  'html/index.php',
  'www/index.php',
  'wp-config-sample.php',
]

/** PHP servers. Their web server comes with the image, so the start command is left open unless the repository names one. */
export const phpServer: Detector = {
  id: 'php-server',
  stack: 'php',
  reads: ['composer.json', 'index.php', '.php-version', 'artisan', ...viewReads, ...versionManagerReads],
  find(place, known) {
    const composer = record(place.json('composer.json'))
    const required = record(composer.require)
    const framework = frameworks.find(({ packages }) => packages.some((name) => Object.hasOwn(required, name)))
    const front = frontControllers.find((name) => place.has(name))
    if (isLibrary(composer, front)) return []
    const proof = proofOf(place, framework, required, front)
    if (!proof || (!framework && !isSite(place, front, composer, known))) return []
    return [
      find('language', 'php', proof),
      framework
        ? find('framework', { id: framework.id, kind: 'server', major: null, spa: false }, proof)
        : find('kind', 'server', proof),
      ...(place.has('composer.json') ? composerFindings(place) : []),
      ...version(place),
      ...octane(required, proof),
    ]
  },
}

function proofOf(
  place: Place,
  framework: PhpFramework | undefined,
  required: JsonRecord,
  front: string | undefined,
): Proof | undefined {
  const name = framework?.packages.find((one) => Object.hasOwn(required, one))
  if (name !== undefined) return place.proof('composer.json', `"${name}": "${text(required[name]) ?? ''}"`, `"${name}"`)
  return front === undefined ? undefined : place.proof(front, place.texts.seen.isThere(front))
}

function isLibrary(composer: JsonRecord, front: string | undefined): boolean {
  const type = text(composer.type)
  return front === undefined && (type === 'library' || type === 'composer-plugin' || type === 'symfony-bundle')
}

// A lone index.php is a site at the root of a repository or beside composer.json; elsewhere it may be a template or a guard file.
function isSite(place: Place, front: string | undefined, composer: JsonRecord, known: readonly Finding[]): boolean {
  if (front === undefined || first(known, 'notAnApp')) return false
  return Object.keys(composer).length > 0 || place.root === '.' || place.has('Dockerfile')
}

function composerFindings(place: Place): readonly Finding[] {
  const proof = place.proof('composer.json', 'composer.json')
  const lock = place.has('composer.lock')
    ? [find('lockfile', place.at('composer.lock'), place.proof('composer.lock', 'composer.lock'))]
    : []
  return [
    find('packageManager', { name: 'composer', version: null }, proof),
    ...lock,
    find('install', inImage(place) ?? 'composer install --no-dev --optimize-autoloader', proof),
  ]
}

const asksNothing =
  /\s+--(?:no-interaction|no-progress|prefer-dist|ansi|no-ansi|no-scripts|no-autoloader|ignore-platform-reqs?|quiet)\b/g

/** What the image installs, which knows whether development packages are wanted. */
function inImage(place: Place): string | null {
  const runs = buildFor(place)?.facts.runs ?? []
  const found = runs.flatMap(({ value }) => /\bcomposer install\b[^&|;\n]*/.exec(value)?.[0] ?? []).at(0)
  const plain = found?.replace(asksNothing, '').trim()
  return plain === undefined || /[$`"']/.test(plain) ? null : plain
}

function version(place: Place): readonly Finding[] {
  const found = phpVersion(place)
  return found ? runtimeFindings('php', found, place) : []
}

function octane(required: JsonRecord, proof: Proof): readonly Finding[] {
  return Object.hasOwn(required, 'laravel/octane')
    ? [find('start', 'php artisan octane:start --host=0.0.0.0 --port=8000', proof), find('port', 8000, proof)]
    : []
}
