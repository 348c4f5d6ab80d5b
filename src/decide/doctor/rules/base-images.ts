import { imageOf } from '../../../detect/docker/image.ts'
import { readStages } from '../../../detect/docker/instructions.ts'
import { type EndOfLife, endOfLife } from '../../../detect/end-of-life.ts'
import { code } from '../../../render/markdown.ts'
import { aged } from '../age.ts'
import { grouped } from '../grouped.ts'
import { isSample } from '../lines.ts'
import { plain, type Rule } from '../rule.ts'

const dockerfiles = /(?:^|\/)(?:Dockerfile(?:\.[\w.-]+)?|[\w.-]+\.Dockerfile)$/i

/** Images in `FROM` whose language or system has ended. */
export const baseImages: Rule = {
  id: 'base-images',
  examine(patient) {
    const found = [...patient.tree.files]
      .filter(([path]) => dockerfiles.test(path) && !isSample(path))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([path, text]) =>
        readStages(text).flatMap(({ base, line }) => endsOf(base).map((end) => ({ path, line, base, end }))),
      )
    return grouped(found, ({ end }) => `${end.title} ${end.version}`).flatMap(([, lines]) => {
      const [{ end }] = lines
      const images = [...new Set(lines.map(({ base }) => code(base)))]
      const age = aged(end.on, patient.today)
      if (age === null) return []
      const { doctor } = patient.texts
      return [
        {
          ...plain,
          ...age,
          says: doctor.baseImages(images.slice(0, 3), `${end.title} ${end.version}`, age.urgency === 'ended', end.on),
          evidence: lines.map(({ path, line, base }) => ({ path, line, says: `FROM ${base}` })),
          fact: { date: end.on, source: end.source },
          mend: {
            kind: 'text' as const,
            text: doctor.mendImage(end.next === null ? null : `${end.title} ${end.next}`),
          },
        },
      ]
    })
  },
}

const codenames: readonly (readonly [RegExp, string])[] = [
  [/(?:^|-)jessie\b/, '8'],
  [/(?:^|-)stretch\b/, '9'],
  [/(?:^|-)buster\b/, '10'],
  [/(?:^|-)bullseye\b/, '11'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/^(?:[\w.-]+\/)*ubuntu:(\d\d\.\d\d)/, 'ubuntu'],
  [/^(?:[\w.-]+\/)*amazonlinux:(\d[\w.]*)/, 'amazonlinux'],
  [/^(?:[\w.-]+\/)*centos:(?:centos)?(\d)/, 'centos'],
]

/** The first thing in an image that has an end: its language, else its system. */
function endsOf(base: string): readonly EndOfLife[] {
  const { runtime, lambda } = imageOf(base)
  const language = runtime === null ? null : endOfLife(runtime.name, runtime.version)
  const tag = base.slice(base.indexOf(':') + 1)
  const debian = codenames.find(([pattern]) => pattern.test(tag))?.[1]
  const system = systems.flatMap(([pattern, name]) => endOfLife(name, pattern.exec(base)?.[1] ?? '') ?? [])
  const all = [language, debian === undefined || lambda ? null : endOfLife('debian', debian), ...system].filter(
    (end) => end !== null,
  )
  return all.toSorted((one, other) => (one.on < other.on ? -1 : 1)).slice(0, 1)
}
