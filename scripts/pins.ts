import { pins } from '../src/render/actions-table.ts'
import { gitHub } from './pins/github.ts'
import { faultsOf, readPin } from './pins/read-pin.ts'
import { bakedReport, readReport } from './pins/report.ts'

/**
 * `npm run pins`: holds the table of pinned actions against GitHub, with the token in GITHUB_TOKEN. Exit 1 where a release must not go
 * out with it: a tag that moved or went, an archived repository, a published advisory. Without a token, or without GitHub, it prints
 * the table with its age and exits 0.
 */
const token = process.env.GITHUB_TOKEN
if (!token) {
  console.log(`${bakedReport(pins, Date.now())}\nSet GITHUB_TOKEN to read them from GitHub.`)
} else {
  try {
    const ask = gitHub(token, process.env.GITHUB_API_URL)
    const readings = []
    for (const pin of pins) readings.push(await readPin(pin, ask))
    console.log(readReport(readings))
    if (readings.some((reading) => faultsOf(reading).length > 0)) process.exitCode = 1
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    console.log(`${bakedReport(pins, Date.now())}\nGitHub could not be read: ${why}`)
  }
}
