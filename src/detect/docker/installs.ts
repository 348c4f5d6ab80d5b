import type { Texts } from '../../text.ts'
import type { Detector } from '../detector.ts'
import { find } from '../finding.ts'
import type { Stack } from '../stack.ts'
import { buildFor } from './owner.ts'

type Program = keyof Texts['imageOnly']['programs']

// Programs that an app calls beside its own runtime. Compilers for native modules are not among them: managed runtimes have these.
const programs: readonly { readonly pattern: RegExp; readonly name: Program; readonly is?: Stack }[] = [
  { pattern: /^(?:openjdk|default-j(?:re|dk)|jdk|\.\/jdk)/, name: 'java', is: 'java' },
  { pattern: /^(?:nodejs|npm)$/, name: 'node', is: 'node' },
  { pattern: /^python3?-pip$/, name: 'python', is: 'python' },
  { pattern: /^(?:chromium|google-chrome)/, name: 'chromium' },
  { pattern: /^ffmpeg$/, name: 'ffmpeg' },
  { pattern: /^(?:imagemagick|graphicsmagick)$/, name: 'imagemagick' },
  { pattern: /^libreoffice/, name: 'libreoffice' },
  { pattern: /^(?:poppler-utils|ghostscript|wkhtmltopdf|pandoc|texlive)/, name: 'documents' },
  { pattern: /^tesseract-ocr/, name: 'tesseract' },
  { pattern: /^(?:traceroute|nmap|iputils-ping|dnsutils)$/, name: 'network' },
]

const install = /\b(?:apt-get|apt|apk|yum|dnf|microdnf)\b[^&|;]*?\b(?:install|add)\b([^&|;]*)/g

/** What the app's own image installs beside its runtime, be it an image for work on the code: a managed runtime has none of it. */
export const imageInstalls: Detector = {
  id: 'image-installs',
  reads: [],
  find(place) {
    const build = buildFor(place)
    const stack = build?.facts.stack
    if (!build || (stack !== 'node' && stack !== 'python')) return []
    const texts = place.texts.imageOnly
    const found = build.facts.runs.flatMap(({ value, line }) =>
      installed(value).flatMap((name) =>
        programs
          .filter(({ pattern, is }) => pattern.test(name) && is !== stack)
          .map((program) => ({ ...program, line, name: program.name, item: name })),
      ),
    )
    return [...new Map(found.map((one) => [one.name, one])).values()].flatMap(({ name, item, line }) => {
      const proof = { path: build.facts.path, line, says: place.texts.seen.installs(item) }
      return [
        { ...find('needs', `system package: ${item}`, proof), stack },
        { ...find('imageOnly', texts.beside(texts.programs[name]), proof), stack },
      ]
    })
  },
}

function installed(run: string): readonly string[] {
  return [...run.matchAll(install)].flatMap(([, rest = '']) =>
    rest.split(/\s+/).filter((word) => /^[a-z./]/.test(word)),
  )
}
