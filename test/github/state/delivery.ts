/** A line of the app's delivery log. */
export interface Delivery {
  readonly id: number
  readonly guid: string
  readonly event: string
  readonly action: string | null
  readonly installationId: number | null
  readonly repositoryId: number | null
  readonly redelivery: boolean
  readonly deliveredAt: string
  /** Seconds. */
  duration: number
  /** `OK`, or what GitHub shows instead. `pending` while it is under way. */
  status: string
  statusCode: number
  readonly headers: Record<string, string>
  /** The exact bytes of the body. */
  readonly body: string
  response: string | null
}
