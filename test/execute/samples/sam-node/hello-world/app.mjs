export const handler = async (event) => ({ batchItemFailures: [], says: `Slipway sample, ${event.Records.length} orders` })
