export const dynamic = 'force-dynamic'

export function GET() {
  return Response.json({ ok: true, stage: process.env.STAGE_NAME ?? 'none' })
}
