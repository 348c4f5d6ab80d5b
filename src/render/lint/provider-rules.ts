import { strings } from './look.ts'

/** An image needs a tag that stays what it is: a version, never none or `latest`. */
export function pinnedImage(image: unknown): string | null {
  const name = typeof image === 'string' ? image : ''
  return /:[0-9][\w.-]*(@sha256:[0-9a-f]{64})?$/.test(name)
    ? null
    : `runs in the image ${JSON.stringify(image)}, which has no version`
}

/** No access key is ever written into a file. */
export function storedKeys(data: unknown): string | null {
  const found = strings(data).some((text) =>
    /\bA(KIA|SIA)[A-Z0-9]{16}\b|AWS_SECRET_ACCESS_KEY\s*[:=]\s*['"]?[A-Za-z0-9/+]{20}/.test(text),
  )
  return found ? 'holds an access key' : null
}
