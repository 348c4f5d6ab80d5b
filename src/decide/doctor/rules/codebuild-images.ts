import { code } from '../../../render/markdown.ts'
import { linesOf, proofOf } from '../lines.ts'
import { plain, type Rule } from '../rule.ts'

const source = 'https://github.com/aws/aws-codebuild-docker-images/blob/master/README.md'
const pattern =
  /aws\/codebuild\/((?:amazonlinux-?\d*-?(?:x86_64|aarch64)-|amazonlinux2-(?:x86_64|aarch64)-)?standard):(\d+)\.\d+/
const oldest: readonly (readonly [RegExp, number, string])[] = [
  [/^standard$/, 7, 'aws/codebuild/standard:8.0'],
  [/aarch64/, 3, 'aws/codebuild/amazonlinux-aarch64-standard:4.0'],
  [/x86_64/, 5, 'aws/codebuild/amazonlinux-x86_64-standard:6.0'],
]

/** Images of CodeBuild that AWS does not maintain any more. */
export const codeBuildImages: Rule = {
  id: 'codebuild-images',
  examine(patient) {
    return linesOf(patient, /\.(?:ya?ml|json|ts|tf)$/).flatMap((line) => {
      const [image = '', name = '', major = '0'] = pattern.exec(line.text) ?? []
      const [, least = 0, next = ''] = oldest.find(([kind]) => kind.test(name)) ?? []
      if (image === '' || Number(major) >= least) return []
      return [
        {
          ...plain,
          urgency: 'tidy' as const,
          says: patient.texts.doctor.codeBuildImage(code(image)),
          evidence: [proofOf(line)],
          fact: { date: '2026-11-01', source },
          mend: { kind: 'lines' as const, lines: [line.text.replace(image, next)] },
        },
      ]
    })
  },
}
