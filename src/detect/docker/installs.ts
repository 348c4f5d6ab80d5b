import type { Detector } from '../detector.ts'
import { find } from '../finding.ts'
import type { Stack } from '../stack.ts'
import { buildFor } from './owner.ts'

// Programs that an app calls beside its own runtime. Compilers for native modules are not among them: managed runtimes have these.
const programs: readonly { readonly pattern: RegExp; readonly name: string; readonly is?: Stack }[] = [
  { pattern: /^(?:openjdk|default-j(?:re|dk)|jdk|\.\/jdk)/, name: 'Java', is: 'java' },
  { pattern: /^(?:nodejs|npm)$/, name: 'Node.js', is: 'node' },
  { pattern: /^python3?-pip$/, name: 'Python', is: 'python' },
  { pattern: /^(?:chromium|google-chrome)/, name: 'Chromium' },
  { pattern: /^ffmpeg$/, name: 'FFmpeg' },
  { pattern: /^(?:imagemagick|graphicsmagick)$/, name: 'ImageMagick' },
  { pattern: /^libreoffice/, name: 'LibreOffice' },
  { pattern: /^(?:poppler-utils|ghostscript|wkhtmltopdf|pandoc|texlive)/, name: 'programs for documents' },
  { pattern: /^tesseract-ocr/, name: 'Tesseract' },
  { pattern: /^(?:traceroute|nmap|iputils-ping|dnsutils)$/, name: 'network programs' },
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
    const found = build.facts.runs.flatMap(({ value, line }) =>
      installed(value).flatMap((name) =>
        programs
          .filter(({ pattern, is }) => pattern.test(name) && is !== stack)
          .map((program) => ({ ...program, line, name: program.name, item: name })),
      ),
    )
    return [...new Map(found.map((one) => [one.name, one])).values()].flatMap(({ name, item, line }) => {
      const proof = { path: build.facts.path, line, says: `installs ${item}` }
      return [
        { ...find('needs', `system package: ${item}`, proof), stack },
        { ...find('imageOnly', `needs ${name} beside its runtime`, proof), stack },
      ]
    })
  },
}

function installed(run: string): readonly string[] {
  return [...run.matchAll(install)].flatMap(([, rest = '']) =>
    rest.split(/\s+/).filter((word) => /^[a-z./]/.test(word)),
  )
}
