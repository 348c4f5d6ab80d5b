import { type LambdaRuntime, readLambdaRuntime } from './lambda-runtime.ts'

/** What matters of a SAM template. Read line by line: a template that a strict YAML parser rejects still deploys (case G16). */
export interface SamTemplate {
  /** Number of the line that says so, from 1. */
  readonly line: number
  readonly says: string
  readonly runtimes: readonly (LambdaRuntime & { readonly line: number })[]
  /** Folders or files with code, relative to the template. */
  readonly code: readonly string[]
  readonly handlers: readonly string[]
  /** Folders that images of functions are built from. */
  readonly images: readonly string[]
  /** The Dockerfiles of these images, relative to their folders, where they are named. */
  readonly dockerfiles: readonly string[]
  /** Other templates that it deploys, relative to it. */
  readonly nested: readonly string[]
  readonly buildMethods: readonly string[]
}

const keys =
  /^[\s-]*"?(Runtime|Default|CodeUri|ContentUri|Handler|Location|TemplateURL|DockerContext|Dockerfile|BuildMethod)"?\s*:/
const transform = 'AWS::Serverless-2016-10-31'

/** Reads a SAM template, YAML or JSON; null for a plain CloudFormation template (case G15) and for any other file. */
export function readSamTemplate(text: string): SamTemplate | null {
  const lines = text.split('\n')
  const at = lines.findIndex((line) => line.includes(transform))
  const found = at >= 0 ? at : lines.findIndex((line) => /^\s*"?Type"?\s*:\s*["']?AWS::Serverless::/.test(line))
  if (found < 0 || !text.includes('Resources')) return null
  const values = valuesOf(lines)
  const of = (key: string) => values.filter((value) => value.key === key).map(({ value }) => value)
  return {
    line: found + 1,
    says: at >= 0 ? `Transform: ${transform}` : (lines[found] ?? '').trim(),
    runtimes: values.flatMap(({ key, value, line }) => {
      const runtime = key === 'Runtime' || key === 'Default' ? readLambdaRuntime(value) : null
      return runtime ? [{ ...runtime, line }] : []
    }),
    code: of('CodeUri').filter(isPath),
    handlers: of('Handler').filter(isPath),
    images: of('DockerContext').filter(isPath),
    dockerfiles: of('Dockerfile').filter(isPath),
    nested: [...of('Location'), ...of('TemplateURL')].filter(isPath),
    buildMethods: of('BuildMethod'),
  }
}

function valuesOf(lines: readonly string[]) {
  return lines.flatMap((text, i) => {
    const match = keys.exec(text)
    const key = match?.[1]
    if (!match || !key) return []
    const rest = text.slice(match[0].length).split(' #')[0] ?? ''
    return [
      {
        key,
        value: rest
          .trim()
          .replace(/,$/, '')
          .replace(/^["']|["']$/g, ''),
        line: i + 1,
      },
    ]
  })
}

const isPath = (value: string) => value !== '' && !/^[!{[|>$]|^https?:|^s3:|^arn:/.test(value)
