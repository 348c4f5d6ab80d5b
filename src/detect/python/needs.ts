import type { Texts } from '../../text.ts'
import type { Detector } from '../detector.ts'
import { all, type Finding, find, first } from '../finding.ts'
import type { Place } from '../place.ts'
import { botAt } from './bots.ts'
import { dependenciesAbove } from './dependencies.ts'
import { requirementsFile } from './manifests.ts'

const stores: readonly (readonly [string, readonly string[]])[] = [
  [
    'postgresql',
    [
      'psycopg2',
      'psycopg2-binary',
      'psycopg',
      'psycopg-binary',
      'asyncpg',
      'pg8000',
      'django-postgres-extra',
      'pgvector',
    ],
  ],
  [
    'mysql',
    ['mysqlclient', 'pymysql', 'mysql-connector-python', 'aiomysql', 'asyncmy', 'flask-mysqldb', 'mysql-connector'],
  ],
  [
    'mongodb',
    ['pymongo', 'motor', 'mongoengine', 'beanie', 'flask-pymongo', 'djongo', 'odmantic', 'flask-mongoengine'],
  ],
  [
    'redis',
    [
      'redis',
      'aioredis',
      'django-redis',
      'rq',
      'django-rq',
      'arq',
      'flask-redis',
      'channels-redis',
      'hiredis',
      'valkey',
    ],
  ],
  ['rabbitmq', ['pika', 'aio-pika', 'kombu', 'librabbitmq', 'amqp']],
  ['kafka', ['kafka-python', 'confluent-kafka', 'aiokafka', 'faust-streaming']],
  ['elasticsearch', ['elasticsearch', 'elasticsearch-dsl', 'django-elasticsearch-dsl', 'opensearch-py']],
]

interface Native {
  readonly packages: readonly string[]
  readonly debian: readonly string[]
  readonly why: keyof Texts['imageOnly']['natives']
}

// Libraries that a wheel of PyPI does not bring and App Runner's managed runtime does not have.
const natives: readonly Native[] = [
  {
    packages: ['weasyprint'],
    debian: ['libpango-1.0-0', 'libpangoft2-1.0-0', 'libharfbuzz-subset0'],
    why: 'pango',
  },
  { packages: ['cairosvg', 'pycairo', 'cairocffi'], debian: ['libcairo2'], why: 'cairo' },
  { packages: ['pdf2image'], debian: ['poppler-utils'], why: 'poppler' },
  { packages: ['pytesseract', 'tesserocr'], debian: ['tesseract-ocr'], why: 'tesseract' },
  {
    packages: ['opencv-python', 'opencv-contrib-python'],
    debian: ['libgl1', 'libglib2.0-0'],
    why: 'libgl',
  },
  {
    packages: ['moviepy', 'pydub', 'ffmpeg-python', 'openai-whisper', 'yt-dlp', 'youtube-dl'],
    debian: ['ffmpeg'],
    why: 'ffmpeg',
  },
  {
    packages: ['playwright', 'pyppeteer', 'selenium', 'undetected-chromedriver'],
    debian: ['chromium'],
    why: 'browser',
  },
  { packages: ['pdfkit', 'imgkit'], debian: ['wkhtmltopdf'], why: 'wkhtmltopdf' },
  { packages: ['psycopg2'], debian: ['libpq5'], why: 'libpq' },
  {
    packages: ['mysqlclient', 'flask-mysqldb'],
    debian: ['default-libmysqlclient-dev'],
    why: 'mysql',
  },
  { packages: ['pyodbc', 'mssql-django'], debian: ['unixodbc'], why: 'odbc' },
  { packages: ['python-ldap', 'django-auth-ldap'], debian: ['libldap2'], why: 'ldap' },
  { packages: ['python-magic'], debian: ['libmagic1'], why: 'magic' },
  { packages: ['uwsgi'], debian: [], why: 'uwsgi' },
  { packages: ['dlib', 'face-recognition'], debian: ['cmake'], why: 'dlib' },
  {
    packages: ['gdal', 'django-leaflet', 'fiona', 'rasterio'],
    debian: ['gdal-bin', 'libgdal-dev'],
    why: 'gdal',
  },
  { packages: ['pyaudio'], debian: ['libportaudio2'], why: 'portaudio' },
  { packages: ['xmlsec', 'python3-saml'], debian: ['libxmlsec1'], why: 'xmlsec' },
  { packages: ['pygraphviz', 'graphviz'], debian: ['graphviz'], why: 'graphviz' },
  { packages: ['camelot-py'], debian: ['ghostscript'], why: 'ghostscript' },
]

// Models and their runtimes: more memory and disk than App Runner's largest size has (12 GB, 3 GB image source).
const heavy: readonly string[] = [
  'torch',
  'tensorflow',
  'tensorflow-cpu',
  'vllm',
  'sentence-transformers',
  'transformers',
  'open-clip-torch',
  'jax',
  'paddlepaddle',
  'onnxruntime-gpu',
]

/** Stores and system libraries that a Python program expects, by the packages it lists. */
export const pythonNeeds: Detector = {
  id: 'python-needs',
  stack: 'python',
  reads: [],
  find(place, known) {
    const kind =
      first(known, 'kind')?.value ??
      first(known, 'framework')?.value.kind ??
      (all(known, 'worker').length > 0 ? 'worker' : null)
    if (kind === null || kind === 'static') return []
    const texts = place.texts.imageOnly
    const listed = dependenciesAbove(place)
    const proofOf = (names: readonly string[]) => names.map((name) => listed.get(name)?.proof).find((proof) => proof)
    const stored = stores.flatMap(([name, packages]) =>
      found(proofOf(packages), (proof) => [find('needs', name, proof)]),
    )
    const native = natives.flatMap(({ packages, debian, why }) =>
      found(proofOf(packages), (proof) => [
        find('imageOnly', texts.notManaged(texts.natives[why]), proof),
        ...debian.map((name) => find('needs', `system package: ${name}`, proof)),
      ]),
    )
    const large = found(proofOf(heavy), (proof) => [find('imageOnly', texts.tooLarge(nameIn(proof.says)), proof)])
    return [...stored, ...broker(place), ...native, ...large, ...fromGit(place), ...botBeside(place, kind)]
  },
}

// The name of a package in what a requirement or a list of dependencies says.
const nameIn = (says: string) => /(?:^|")([\w.-]+)/.exec(says.replace(/^dependencies: /, ''))?.[1] ?? says

function found<T, R>(value: T | undefined, make: (value: T) => readonly R[]): readonly R[] {
  return value === undefined ? [] : make(value)
}

// The broker that Celery is told in the source tells it from the result store.
function broker(place: Place): readonly Finding[] {
  const proof = dependenciesAbove(place).get('celery')?.proof
  if (!proof) return []
  const sources = [...place.repository.tree.files].filter(
    ([path]) => path.endsWith('.py') || /(?:^|\/)\.env\.\w+$/.test(path),
  )
  const isUsed = (scheme: RegExp) => sources.some(([, content]) => scheme.test(content))
  return [
    ...(isUsed(/amqps?:\/\//) ? [find('needs', 'rabbitmq', proof)] : []),
    ...(isUsed(/rediss?:\/\//) ? [find('needs', 'redis', proof)] : []),
  ]
}

/** A package that is fetched from a Git repository needs Git where it is installed. */
function fromGit(place: Place): readonly Finding[] {
  for (const name of [requirementsFile(place) ?? '', 'pyproject.toml', 'Pipfile', 'setup.py']) {
    const line = /^[^#\n]*(?:\bgit\+(?:https|ssh|git)|\bgit\s*=\s*["'](?:https|ssh|git)).*$/m.exec(
      place.text(name) ?? '',
    )?.[0]
    if (line === undefined) continue
    const proof = place.proof(name, line.trim(), line)
    return [find('imageOnly', place.texts.imageOnly.gitPackage, proof)]
  }
  return []
}

function botBeside(place: Place, kind: string): readonly Finding[] {
  const bot = botAt(place)
  if (kind !== 'server' || bot === null || bot.webhook) return []
  const proof = { path: place.at(bot.file), line: bot.line, says: bot.says }
  return [find('imageOnly', place.texts.imageOnly.worksBetween(bot.id), proof)]
}
