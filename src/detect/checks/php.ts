import type { Detector } from '../detector.ts'
import { type Finding, find, first } from '../finding.ts'
import { get, record, texts } from '../json.ts'
import type { Place } from '../place.ts'
import { filesBelow } from './files-below.ts'
import { proofOfTests, some } from './proof-of-tests.ts'

/** Tests and linters of a Composer project, with the packages for development. */
export const phpChecks: Detector = {
  id: 'php-checks',
  stack: 'php',
  reads: ['composer.json'],
  find(place, known) {
    const found = first(known, 'language') ? [...test(place), ...lint(place)] : []
    const [head] = found
    return head ? [...found, find('devInstall', 'composer install', head.proof[0])] : []
  },
}

function test(place: Place): readonly Finding[] {
  const tests = filesBelow(
    place,
    (name) => /^tests?\/.*(?:Test|Cest|Pest)?\.php$/.test(name) && /Test\.php$|\.test\.php$/.test(name),
    ({ files }) => files.has('composer.json'),
  )
  const command = some(tests) ? testCommand(place) : null
  return command === null || !some(tests) ? [] : [find('test', command, proofOfTests(tests, place.texts))]
}

// The script comes first: it knows what has to be cleared or made before.
function testCommand(place: Place): string | null {
  const script = texts(get(place.json('composer.json'), 'scripts', 'test'))
  if (script.length > 0 && !script.some((line) => /docker|sail|watch/.test(line))) return 'composer test'
  if (place.has('artisan') && (lists(place, 'phpunit/phpunit') || lists(place, 'pestphp/pest')))
    return 'php artisan test'
  if (lists(place, 'pestphp/pest')) return 'vendor/bin/pest'
  if (place.has('bin/phpunit')) return 'php bin/phpunit'
  return lists(place, 'phpunit/phpunit') ? 'vendor/bin/phpunit' : null
}

const linters: readonly { readonly name: string; readonly files: readonly string[]; readonly command: string }[] = [
  { name: 'laravel/pint', files: ['pint.json'], command: 'vendor/bin/pint --test' },
  {
    name: 'friendsofphp/php-cs-fixer',
    files: ['.php-cs-fixer.php', '.php-cs-fixer.dist.php'],
    command: 'vendor/bin/php-cs-fixer check',
  },
  {
    name: 'squizlabs/php_codesniffer',
    files: ['phpcs.xml', 'phpcs.xml.dist', '.phpcs.xml', '.phpcs.xml.dist'],
    command: 'vendor/bin/phpcs',
  },
]

/** A linter that Composer brings and a file sets up. */
function lint(place: Place): readonly Finding[] {
  for (const { name, files, command } of linters) {
    const file = place.pick(...files)
    if (file !== undefined && lists(place, name)) return [find('lint', command, place.proof(file, file))]
  }
  return []
}

function lists(place: Place, name: string): boolean {
  const composer = place.json('composer.json')
  return [get(composer, 'require-dev'), get(composer, 'require')].some((part) => Object.hasOwn(record(part), name))
}
