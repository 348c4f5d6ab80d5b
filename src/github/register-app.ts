import { ProbotOctokit } from 'probot'
import { UserError } from '../errors.ts'
import { causeOf, statusOf } from './status-of.ts'
import { wholeAnswers } from './whole-answers.ts'

/** An app that was just registered: what only this answer tells. */
export interface Registered {
  readonly appId: number
  /** PEM. */
  readonly privateKey: string
  readonly webhookSecret: string
  /** The app's page, e.g. `https://github.com/apps/slipway`. */
  readonly url: string
}

/**
 * The last step of registering an app from a manifest: gives its credentials for the code that GitHub sent the browser back with.
 * A code works once, within an hour. Throws `UserError` where GitHub does not take it, or cannot be asked.
 * https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest (read 2026-11)
 */
export async function registerApp(apiUrl: string, code: string): Promise<Registered> {
  const client = new ProbotOctokit({
    baseUrl: apiUrl,
    request: { fetch: wholeAnswers(30_000) },
    retry: { enabled: false },
  })
  const answer = await client.rest.apps.createFromManifest({ code }).catch((error: unknown) => {
    const status = statusOf(error)
    throw new UserError(({ registration }) =>
      status === null || status >= 500
        ? registration.noAnswer(causeOf(error))
        : registration.codeRefused(String(status)),
    )
  })
  const { id, pem, webhook_secret, html_url } = answer.data
  if (webhook_secret === null) throw new Error('GitHub made an app without a webhook secret')
  return { appId: id, privateKey: pem, webhookSecret: webhook_secret, url: html_url }
}
