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
  readonly why: string
}

// Libraries that a wheel of PyPI does not bring and App Runner's managed runtime does not have.
const natives: readonly Native[] = [
  {
    packages: ['weasyprint'],
    debian: ['libpango-1.0-0', 'libpangoft2-1.0-0', 'libharfbuzz-subset0'],
    why: 'draws with Pango',
  },
  { packages: ['cairosvg', 'pycairo', 'cairocffi'], debian: ['libcairo2'], why: 'draws with Cairo' },
  { packages: ['pdf2image'], debian: ['poppler-utils'], why: 'calls Poppler' },
  { packages: ['pytesseract', 'tesserocr'], debian: ['tesseract-ocr'], why: 'calls Tesseract' },
  {
    packages: ['opencv-python', 'opencv-contrib-python'],
    debian: ['libgl1', 'libglib2.0-0'],
    why: 'loads libGL',
  },
  {
    packages: ['moviepy', 'pydub', 'ffmpeg-python', 'openai-whisper', 'yt-dlp', 'youtube-dl'],
    debian: ['ffmpeg'],
    why: 'calls ffmpeg',
  },
  {
    packages: ['playwright', 'pyppeteer', 'selenium', 'undetected-chromedriver'],
    debian: ['chromium'],
    why: 'drives a browser',
  },
  { packages: ['pdfkit', 'imgkit'], debian: ['wkhtmltopdf'], why: 'calls wkhtmltopdf' },
  { packages: ['psycopg2'], debian: ['libpq5'], why: 'needs libpq for psycopg2' },
  {
    packages: ['mysqlclient', 'flask-mysqldb'],
    debian: ['default-libmysqlclient-dev'],
    why: 'needs the MySQL client for mysqlclient',
  },
  { packages: ['pyodbc', 'mssql-django'], debian: ['unixodbc'], why: 'needs unixODBC for pyodbc' },
  { packages: ['python-ldap', 'django-auth-ldap'], debian: ['libldap2'], why: 'needs libldap for python-ldap' },
  { packages: ['python-magic'], debian: ['libmagic1'], why: 'needs libmagic for python-magic' },
  { packages: ['uwsgi'], debian: [], why: 'needs a compiler for uWSGI' },
  { packages: ['dlib', 'face-recognition'], debian: ['cmake'], why: 'needs a compiler for dlib' },
  {
    packages: ['gdal', 'django-leaflet', 'fiona', 'rasterio'],
    debian: ['gdal-bin', 'libgdal-dev'],
    why: 'loads GDAL',
  },
  { packages: ['pyaudio'], debian: ['libportaudio2'], why: 'needs PortAudio for PyAudio' },
  { packages: ['xmlsec', 'python3-saml'], debian: ['libxmlsec1'], why: 'loads libxmlsec1' },
  { packages: ['pygraphviz', 'graphviz'], debian: ['graphviz'], why: 'calls Graphviz' },
  { packages: ['camelot-py'], debian: ['ghostscript'], why: 'calls Ghostscript' },
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
    const listed = dependenciesAbove(place)
    const proofOf = (names: readonly string[]) => names.map((name) => listed.get(name)?.proof).find((proof) => proof)
    const stored = stores.flatMap(([name, packages]) =>
      found(proofOf(packages), (proof) => [find('needs', name, proof)]),
    )
    const native = natives.flatMap(({ packages, debian, why }) =>
      found(proofOf(packages), (proof) => [
        find('imageOnly', `${why}, which no managed runtime brings`, proof),
        ...debian.map((name) => find('needs', `system package: ${name}`, proof)),
      ]),
    )
    const large = found(proofOf(heavy), (proof) => [
      find('imageOnly', `needs ${proof.says.split(/[\s=<>~!]/)[0]}, which is too large for a build from source`, proof),
    ])
    return [...stored, ...broker(place), ...native, ...large, ...fromGit(place), ...botBeside(place, kind)]
  },
}

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
    return [find('imageOnly', 'fetches a package with Git, which no managed runtime brings', proof)]
  }
  return []
}

function botBeside(place: Place, kind: string): readonly Finding[] {
  const bot = botAt(place)
  if (kind !== 'server' || bot === null || bot.webhook) return []
  const proof = { path: place.at(bot.file), line: bot.line, says: bot.says }
  return [find('imageOnly', `works between requests by ${bot.id}, when App Runner takes the CPU away`, proof)]
}
